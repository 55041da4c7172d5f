import { expect, it } from 'vitest'
import { typedConditions } from '../../src/cli/analysis/typed-condition.ts'

it.each([
  ['grade=6..8', { variable: 'grade', from: 6, to: 8 }],
  ['grade=6..', { variable: 'grade', from: 6 }],
  ['grade!=..8', { variable: 'grade', to: 8, not: true }],
  ['story=empty', { variable: 'story', empty: 'any' }],
])('takes %s, as somebody types it, for a condition', (typed, condition) => {
  expect(typedConditions(typed)).toEqual([condition])
})

it.each(['grade=..', 'grade=', 'grade', 'grade=much'])('takes %s for no condition', (typed) => {
  expect(() => typedConditions(typed)).toThrow(/^Name a question and answers/)
})
