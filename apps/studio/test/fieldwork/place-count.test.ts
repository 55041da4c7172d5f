import { expect, it } from 'vitest'
import { NO_COUNT, placeCountOf } from '../../src/fieldwork/place-count.ts'

it('leaves empty what was not counted', () => {
  expect(placeCountOf({ ...NO_COUNT, place: ' Markt ', started: '8', finished: '7' })).toEqual({
    place: 'Markt',
    approached: null,
    refused: null,
    started: 8,
    finished: 7,
  })
})

it.each([
  [{ ...NO_COUNT, started: '8', finished: '7' }, 'place'],
  [{ ...NO_COUNT, place: 'Markt', finished: '7' }, 'started'],
  [{ ...NO_COUNT, place: 'Markt', started: '8', finished: 'veel' }, 'finished'],
  [{ ...NO_COUNT, place: 'Markt', approached: '?', started: '8', finished: '7' }, 'approached'],
] as const)('names the field that cannot be so: %j', (typed, wrong) => {
  expect(placeCountOf(typed)).toEqual({ wrong })
})
