import type { EntryScreen } from '@klankbord/model'
import { expect, it } from 'vitest'
import { fillIn, linesOf } from '../../src/entry/typed-screen.ts'

const options = [
  { value: 1, text: 'Ja' },
  { value: 2, text: 'Anders', other: true },
] as const
const SCREEN: EntryScreen = {
  id: 'helped',
  headings: [],
  content: [
    { note: 'Lees voor.' },
    {
      question: {
        name: 'helped',
        title: 'Kreeg u hulp?',
        fields: [{ variable: 'helped', question: 'helped', label: '', kind: 'one', options }],
      },
    },
    {
      question: {
        name: 'care',
        title: 'Hoe was het?',
        fields: ['quick', 'good'].map((part) => ({
          variable: `care__${part}`,
          question: 'care',
          part,
          label: part,
          kind: 'one',
          options,
        })),
      },
    },
  ],
}
const NOTHING = { answers: {}, marks: {} }

it('puts what was typed in the place of what was there, and leaves other screens as they are', () => {
  const before = {
    answers: { age: 40, helped: 1, 'helped-Comment': 'x' },
    marks: { care__good: 'unreadable' } as const,
  }
  const lines = { helped: '2', 'helped-Comment': ' Mijn zus ', care__quick: '1', care__good: '*' }
  expect(fillIn(SCREEN, lines, before, true)).toEqual({
    answers: { age: 40, helped: 2, 'helped-Comment': 'Mijn zus', care: { quick: 1 } },
    marks: { care__good: 'multipleTicked' },
  })
})

it('keeps words beside "other" only where that was chosen', () => {
  expect(fillIn(SCREEN, { helped: '1', 'helped-Comment': 'Mijn zus' }, NOTHING, true)).toEqual({
    answers: { helped: 1 },
    marks: {},
  })
})

it('says at which place something cannot be', () => {
  expect(fillIn(SCREEN, { helped: '9', care__quick: '1' }, NOTHING, true)).toEqual({ wrong: { helped: 'option' } })
})

it('shows again what was typed', () => {
  const lines = { helped: '2', 'helped-Comment': 'Mijn zus', care__quick: '1', care__good: '?' }
  const filled = fillIn(SCREEN, lines, NOTHING, true)
  expect('wrong' in filled ? filled : linesOf(SCREEN, filled)).toEqual(lines)
})
