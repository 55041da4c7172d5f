import { expect, it } from 'vitest'
import { portionOf } from '../../src/fieldwork/portion-of.ts'

it.each([
  ['20', 20],
  [' 1000 ', 1000],
  ['19', null],
  ['1001', null],
  ['', null],
  ['25,5', null],
])('takes %j for how many are mixed together as %s', (typed, portion) => {
  expect(portionOf(typed)).toBe(portion)
})
