import fc from 'fast-check'
import { expect, inject, it } from 'vitest'
import { percentOf, wholePercent } from '../src/whole-percent.ts'

const base = fc.integer({ min: 1, max: 2_000_000 })
const counted = base.chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

it('rounds half up, exactly, for every count and base, and for their share', () => {
  fc.assert(
    fc.property(counted, ([count, n]) => {
      const twice = (200n * BigInt(count) + BigInt(n)) / (2n * BigInt(n))
      expect(wholePercent(count, n)).toBe(Number(twice))
      expect(percentOf(count / n)).toBe(Number(twice))
    }),
    { seed: 41, numRuns: 500 * inject('sampleFactor') },
  )
})

it.each([
  [125, 1000, 13],
  [1, 200, 1],
  [1, 201, 0],
  [0, 0, 0],
  [594, 1400, 42],
])('writes %i of %i as %i percent', (count, n, percent) => {
  expect(wholePercent(count, n)).toBe(percent)
})
