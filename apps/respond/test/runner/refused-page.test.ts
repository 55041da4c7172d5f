// @vitest-environment jsdom
import { answerFinding } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { HELP, HELP_PAGE } from '../help-page.ts'
import type { RunnerPorts } from '../../src/runner/ports.ts'
import { refusedPage } from '../../src/runner/refused-page.ts'
import { visitOf } from '../../src/runner/visit.ts'
import type { Refusal, UnderWay } from '../../src/saving/saving.ts'

const ID = '3f0c9a52-7d1e-4a43-9a5f-0d9b1c2e3f40'
const KEPT: UnderWay = {
  id: ID,
  code: '',
  language: 'nl',
  answers: { why: 'Zij belde altijd terug' },
  asked: [],
  revision: 0,
  page: '',
}

/** What somebody reads when the server takes nothing, and by which buttons they can go on. */
function told(refusal: Refusal): { readonly words: string; readonly buttons: readonly string[] } {
  const ports: Pick<RunnerPorts, 'now' | 'randomBytes'> = {
    now: () => new Date('2026-05-01T12:00:00Z'),
    randomBytes: (count) => new Uint8Array(count),
  }
  const data = { questionnaire: HELP, context: HELP_PAGE } as Parameters<typeof visitOf>[0]
  const visit = visitOf(data, { go: 'next', screen: HELP.screens[0]?.id ?? '', draft: ID }, ports)
  const findings = [answerFinding('textTooLong', '/answers/why', { name: 'why', maximum: 10 })]
  const page = refusedPage(visit, KEPT, { refusal, findings })
  const shown = new DOMParser().parseFromString(page?.html ?? '', 'text/html')
  for (const hidden of shown.querySelectorAll('[hidden]')) hidden.remove()
  const buttons = [...shown.querySelectorAll<HTMLButtonElement>('main button')].map(({ value }) => value)
  return { words: (shown.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' '), buttons }
}

describe('somebody whose answers the server does not take', () => {
  it.each<readonly [Refusal, string, readonly string[]]>([
    ['full', 'Intussen deden er genoeg mensen mee.', ['erase']],
    ['fullGroup', 'Uit deze groep hebben genoeg mensen meegedaan', ['erase', 'resume']],
    ['sealed', 'Deze vragenlijst is voorbij', ['erase']],
    ['closed', 'Deze vragenlijst is voorbij', ['erase']],
    ['tooLarge', 'Dit is te veel tekst', ['resume:', 'erase']],
    ['refused', 'Er ging iets mis bij ons', ['resume:', 'erase']],
  ])('reads why after %s, finds everything that they filled in, and can do something', (refusal, why, buttons) => {
    const page = told(refusal)
    expect(page.words).toContain(why)
    expect(page.words).toContain('Zij belde altijd terug')
    expect(page.buttons.map((value, place) => value.slice(0, buttons[place]?.length))).toEqual(buttons)
  })

  it('does not read that a full round can be finished on the page that they had open', () => {
    expect(told('full').words).not.toContain('Was u al begonnen?')
  })

  it('looks again at what does not fit, on its own screen', () => {
    const { words, buttons } = told('answers')
    expect(words).toContain('Zij belde altijd terug')
    expect(words).toContain('Uw tekst is 12 tekens te lang.')
    expect(buttons).toContain('next')
  })
})
