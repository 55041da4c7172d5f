import type { EntryField, EntryKind } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { pressOption, readLine, writeLine } from '../../src/entry/typed-line.ts'

const field = (kind: EntryKind): EntryField => ({
  variable: 'q1',
  question: 'q1',
  label: '',
  kind,
  options: [
    { value: 'often', text: 'Vaak' },
    { value: 5, text: 'Soms' },
    { value: true, text: 'Anders', other: true },
    { value: 'none', text: 'Geen', alone: true },
  ],
})

describe('what somebody types', () => {
  it.each([
    ['one', '2', { answer: 5 }],
    ['one', ' 3 ', { answer: true }],
    ['one', '1 2', { wrong: 'oneOption' }],
    ['one', '5', { wrong: 'option' }],
    ['one', '0', { wrong: 'option' }],
    ['several', '1, 3', { answer: ['often', true] }],
    ['order', '2 1', { answer: [5, 'often'] }],
    ['number', '3,5', { answer: 3.5 }],
    ['number', '-2', { answer: -2 }],
    ['number', 'drie', { wrong: 'number' }],
    ['date', '9-4-2026', { answer: '2026-04-09' }],
    ['date', '9 4 26', { wrong: 'date' }],
    ['month', '4/2026', { answer: '2026-04' }],
    ['month', '4', { wrong: 'month' }],
    ['longText', ' zo is het', { answer: ' zo is het' }],
    ['one', '  ', { empty: true }],
  ] as const)('at %s as %j means what it says', (kind, line, meaning) => {
    expect(readLine(field(kind), line, true)).toEqual(meaning)
  })

  it('on paper may be that there are several ticks, or that nobody can read it; at an interview it is not', () => {
    expect([readLine(field('one'), '*', true), readLine(field('text'), '?', true)]).toEqual([
      { mark: 'multipleTicked' },
      { mark: 'unreadable' },
    ])
    expect(readLine(field('one'), '*', false)).toEqual({ wrong: 'option' })
    expect(readLine(field('text'), '?', false)).toEqual({ answer: '?' })
  })

  it.each([
    ['one', 5],
    ['several', ['often', 'none']],
    ['order', [true, 5]],
    ['number', 3.5],
    ['date', '2026-04-09'],
    ['month', '2026-04'],
    ['text', 'Zo is het'],
  ] as const)('stands there again in the same way: %s', (kind, answer) => {
    expect(readLine(field(kind), writeLine(field(kind), answer, undefined), true)).toEqual({ answer })
  })
})

it('chooses what is pressed, and takes it back', () => {
  expect(pressOption(field('one'), '1', 2)).toBe('2')
  expect(pressOption(field('one'), '2', 2)).toBe('')
  expect(pressOption(field('several'), '1', 3)).toBe('1 3')
  expect(pressOption(field('several'), '1 3', 4)).toBe('4')
  expect(pressOption(field('several'), '4', 1)).toBe('1')
})
