import { decide, type FlowPage, type FlowVisit } from '@klankbord/pages/browser'
import { expect, it } from 'vitest'
import { closingHere } from '../../src/runner/closing.ts'
import type { RunnerPorts } from '../../src/runner/ports.ts'
import { visitOf } from '../../src/runner/visit.ts'
import { HELP, HELP_PAGE } from '../help-page.ts'
import type { Saving, SavingState } from '../../src/saving/saving.ts'

const ID = '3f0c9a52-7d1e-4a43-9a5f-0d9b1c2e3f40'
const CODE = 'K7MD-29XW-PQ4A'
/** Sent for good and not acknowledged, so that it may be stored: what wiping it then leads to. */
function wipingWhatWasSent(answers: readonly (boolean | 'no answer')[]): {
  readonly shown: string[]
  readonly later: (() => void)[]
  wipe(): Promise<void>
} {
  const shown: string[] = []
  const later: (() => void)[] = []
  const left = [...answers]
  const kept = { id: ID, code: '', language: 'nl', answers: {}, asked: [], revision: 1 }
  const page = JSON.stringify({ code: CODE, help: null })
  const state = { final: 'waiting', offline: true, keptIn: 'tab', storage: 'fine', erased: 'no' } as SavingState
  const saving = {
    state: () => state,
    underWay: () => ({ ...kept, page }),
    erase: async () => false,
    forget: async () => undefined,
  }
  const ports: RunnerPorts = {
    wave: 'ronde',
    saving: saving as unknown as Saving,
    load: async () => '',
    reached: async () => true,
    loaded: '',
    isServed: () => true,
    shelf: { stock: async () => true, clear: async () => undefined },
    now: () => new Date('2026-05-01T12:00:00Z'),
    randomBytes: (count) => new Uint8Array(count),
    after: (_milliseconds, run) => void later.push(run),
    words: async () => null,
    answers: async () => ({ answers: {}, asked: [], language: 'nl', revision: 1, device: '' }),
    post: async () => null,
    withdraw: async () => {
      const answer = left.shift() ?? 'no answer'
      if (answer === 'no answer') throw new TypeError('Failed to fetch')
      return answer
    },
  }
  const known = { questionnaire: HELP, context: HELP_PAGE } as Parameters<typeof visitOf>[0]
  const visit: FlowVisit = visitOf(known, { go: 'erase', draft: ID, screen: '' }, ports)
  const move = decide(visit, { ...kept, device: '' })
  const wiped: FlowPage = move.does === 'erase' ? move.page : { kind: 'stopped', status: 200, html: 'never' }
  const closing = closingHere(
    ports,
    ({ html }) => void shown.push(html),
    () => undefined,
  )
  closing.resume(visit, { ...kept, page })
  shown.length = 0
  return { shown, later, wipe: () => closing.erase(visit, wiped) }
}

async function nextOf({ later }: { readonly later: (() => void)[] }): Promise<void> {
  const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
  await settled()
  later.shift()?.()
  await settled()
}

it('says that answers are gone only after the server answered to that, however often it did not', async () => {
  const device = wipingWhatWasSent([false, 'no answer', 'no answer', true])
  await device.wipe()
  for (let failures = 0; failures < 2; failures += 1) {
    await nextOf(device)
    expect(device.shown).toHaveLength(1)
    expect(device.shown[0]).toContain('Laat deze pagina zo lang open')
  }
  await nextOf(device)
  expect(device.shown).toHaveLength(2)
  expect(device.shown[1]).not.toContain('Laat deze pagina zo lang open')
})

it('asks twice where nothing was there, for what was sent may arrive late', async () => {
  const device = wipingWhatWasSent([false, false])
  await device.wipe()
  expect(device.shown).toHaveLength(1)
  await nextOf(device)
  expect(device.shown).toHaveLength(2)
})
