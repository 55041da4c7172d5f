import { expect, it } from 'vitest'
import { USUAL_WISH, wholeNumber, wishOf } from '../../src/fieldwork/plan-wish.ts'

it('takes percents and people as people write them', () => {
  expect(wishOf({ people: '1.400', margin: '4,5', response: '35 %' }, false)).toEqual({
    population: 1400,
    margin: 0.045,
    expectedResponse: 0.35,
  })
})

it.each([
  [{ ...USUAL_WISH, people: '' }, 'people'],
  [{ ...USUAL_WISH, people: '0' }, 'people'],
  [{ people: '500', margin: '0', response: '35' }, 'margin'],
  [{ people: '500', margin: '100', response: '35' }, 'margin'],
  [{ people: '500', margin: '5', response: 'veel' }, 'response'],
] as const)('names the field that cannot be so: %j', (typed, wrong) => {
  expect(wishOf(typed, false)).toEqual({ wrong })
})

it('asks for no number of people where there is a list', () => {
  expect(wishOf(USUAL_WISH, true)).toMatchObject({ margin: 0.05, expectedResponse: 0.35 })
  expect(wholeNumber('12 000')).toBe(12_000)
  expect(wholeNumber('-3')).toBe(null)
})
