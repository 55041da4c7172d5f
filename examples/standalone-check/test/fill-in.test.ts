import { expect, it } from 'vitest'
import { fillInOnce } from '../fill-in.ts'

it('goes from screen to screen and works out what follows', () => {
  expect(fillInOnce({ asked_on: '2026-05-01', kind: 'thuis', wait: 2 }, '2026-05-31')).toEqual([
    '1/2 Wanneer vroeg u hulp?',
    '2/2 Welke hulp vroeg u? thuis dagbesteding',
    '3/3 Hoeveel maanden wachtte u op hulp thuis?',
    'asked: asked_on, kind, wait',
    'empty: {}',
    'waited: 60.87375 days',
    'wait when ‘Welke hulp vroeg u?’ is ‘thuis’',
  ])
})

it('offers less, asks once more and stops at what cannot be', () => {
  expect(fillInOnce({ asked_on: '2019-05-01', kind: 'thuis' }, '2026-05-31').slice(1, 4)).toEqual([
    '2/2 Welke hulp vroeg u? thuis',
    '3/3 Hoeveel maanden wachtte u op hulp thuis?',
    'asked once more: wait',
  ])
  expect(fillInOnce({ asked_on: '2026-06-01' }, '2026-05-31').at(-1)).toBe('/answers/asked_on expressionNotMet')
})
