import { seededRandom } from '@klankbord/testing'
import { expect, it } from 'vitest'

it('gives the same chances for the same seed', () => {
  const [one, same, other] = [seededRandom(7), seededRandom(7), seededRandom(8)]
  const ten = (random: typeof one): readonly number[] => Array.from({ length: 10 }, () => random.integer(1, 1000))
  const first = ten(one)
  expect(ten(same)).toEqual(first)
  expect(ten(other)).not.toEqual(first)
})

it('stays within its bounds and reaches both of them', () => {
  const random = seededRandom(1)
  const thrown = new Set(Array.from({ length: 200 }, () => random.integer(1, 6)))
  expect([...thrown].toSorted()).toEqual([1, 2, 3, 4, 5, 6])
})

it('shuffles without losing anybody, and leaves the list as it was', () => {
  const people = ['Ans', 'Bo', 'Cor', 'Dirk']
  const shuffled = seededRandom(3).shuffle(people)
  expect([...shuffled].toSorted()).toEqual(people)
  expect(people).toEqual(['Ans', 'Bo', 'Cor', 'Dirk'])
})

it('refuses to pick from nothing', () => {
  expect(() => seededRandom(1).pick([])).toThrow('nothing to pick from')
})
