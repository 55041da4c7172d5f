import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measurements, quantiles, type QuantileType } from '@klankbord/statistics'

const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 })
const share = fc.integer({ min: 0, max: 40 }).map((part) => part / 40)
const types: readonly QuantileType[] = [1, 2, 6, 7]

function quantile(values: readonly number[], p: number, type: QuantileType, weights?: readonly number[]): unknown {
  return quantiles(measurements(values), [p], { type, weights: weights && Float64Array.from(weights) })[0]
}

describe('a quantile of what people answered', () => {
  it.each(types)('of type %s lies among the answers and never falls as the share grows', (type) => {
    fc.assert(
      fc.property(numbers, share, share, (values, p, q) => {
        const [low, high] = [quantile(values, Math.min(p, q), type), quantile(values, Math.max(p, q), type)].map(Number)
        expect(low).toBeGreaterThanOrEqual(Math.min(...values))
        expect(high).toBeLessThanOrEqual(Math.max(...values))
        expect(low).toBeLessThanOrEqual((high ?? 0) + 1e-9)
      }),
      { seed: 20261123 },
    )
  })

  it('counts a weight of three as three people who say the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 4 })), { minLength: 1 }),
        share,
        (people, p) => {
          fc.pre(people.some(([, weight]) => weight > 0))
          const each = people.flatMap(([value, weight]) => Array.from({ length: weight }, () => value))
          const [values, weights] = [people.map(([value]) => value), people.map(([, weight]) => weight)]
          expect(quantile(values, p, 1, weights)).toBe(quantile(each, p, 1))
          expect(quantile(values, p, 2, weights)).toBe(quantile(each, p, 2))
        },
      ),
      { seed: 20261123 },
    )
  })

  it('is not interpolated with weights, and says why there is none', () => {
    expect(() => quantile([1, 2], 0.5, 7, [1, 1])).toThrow('type out of range: 7 (expected 1 or 2 with weights)')
    expect(() => quantile([1, 2], 1.2, 7)).toThrow('p out of range')
    expect(quantile([1, 2], 0.5, 1, [0, 0])).toEqual({ notComputed: 'noWeight' })
    expect(quantiles(measurements([null]), [0.5], { type: 7 })).toEqual([{ notComputed: 'noAnswers' }])
  })
})
