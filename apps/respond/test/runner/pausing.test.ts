// @vitest-environment jsdom
import type { FlowVisit } from '@klankbord/pages/browser'
import { expect, it } from 'vitest'
import { pausingHere } from '../../src/runner/pausing.ts'
import type { GivenWords, RunnerPorts } from '../../src/runner/ports.ts'
import { sittingAt } from '../../src/runner/sitting.ts'
import { trail } from '../../src/runner/trail.ts'

const UNDER = `cat.bread.sun.${'q'.repeat(43)}`
const WORDS: GivenWords = { words: UNDER, shown: [], until: '2026-06-30' }

/** Whether the browser asks somebody who loads the page again whether they mean to. */
function isAsked(): boolean {
  const leaving = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(leaving)
  return leaving.defaultPrevented
}

/** Somebody who stops, while the server has yet to keep everything under their words. */
function stopping(words: GivenWords | null): { readonly keptUnder: string[]; readonly later: () => void } {
  const keptUnder: string[] = []
  const later: (() => void)[] = []
  const saving = {
    underWay: () => ({ id: '3f0c9a52-7d1e-4a43-9a5f-0d9b1c2e3f40', screen: '' }),
    isSaved: () => true,
    hasUnseenWords: () => false,
    keepUnder: (given: string) => void keptUnder.push(given),
    state: () => ({ refusal: 'refused' }),
  }
  const ports = {
    saving,
    after: (_milliseconds: number, run: () => void) => void later.push(run),
    words: async () => words,
  }
  const sitting = sittingAt(ports as unknown as RunnerPorts, trail(window.history, null))
  const visit = { page: { language: 'nl' }, request: {} } as unknown as FlowVisit
  void pausingHere(sitting, () => undefined).stop(visit, {
    does: 'pause',
    screenId: '',
  } as unknown as Parameters<ReturnType<typeof pausingHere>['stop']>[1])
  return {
    keptUnder,
    later: () => {
      for (const run of later) run()
    },
  }
}

const settled = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0))

it('has the browser ask who leaves before they can have read their words, and not after', async () => {
  const { keptUnder, later } = stopping(WORDS)
  await settled()
  expect([keptUnder, isAsked()]).toEqual([[UNDER], true])
  later()
  expect(isAsked()).toBe(false)
})

it('lets somebody go as they like who gets no words', async () => {
  const { keptUnder } = stopping(null)
  await settled()
  expect([keptUnder, isAsked()]).toEqual([[], false])
})
