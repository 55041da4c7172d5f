import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { isProblem } from '@klankbord/model'
import { wilsonInterval } from '@klankbord/statistics'

describe('the interval for a share', () => {
  // Anchors of the domain research (section 3), computed apart from this code; R agrees in reference.test.ts.
  it.each([
    [8, 10, null, 0.49016, 0.94332],
    [8, 10, 25, 0.55658, 0.92726],
    [210, 278, null, 0.70161, 0.80222],
    [210, 278, 1000, 0.71005, 0.79569],
    [0, 12, null, 0, 0.24249],
    [0, 12, 40, 0, 0.18688],
    [12, 12, 40, 0.81312, 1],
  ])('for %d of %d among %s people', (count, n, population, low, high) => {
    const interval = wilsonInterval({ count, n, population })
    expect(interval.low).toBeCloseTo(low, 5)
    expect(interval.high).toBeCloseTo(high, 5)
  })

  it('is the point when everybody answered', () => {
    expect(wilsonInterval({ count: 30, n: 60, population: 60 })).toEqual({ count: 30, share: 0.5, low: 0.5, high: 0.5 })
    expect(wilsonInterval({ count: 1, n: 1, population: 1 }).low).toBe(1)
  })

  it('ends exactly at 0 and 1', () => {
    expect(wilsonInterval({ count: 0, n: 7 }).low).toBe(0)
    expect(wilsonInterval({ count: 7, n: 7, population: 50 }).high).toBe(1)
  })

  it('refuses more answers than people, and counts that are none', () => {
    const codeOf = (run: () => unknown): string => {
      try {
        run()
        return 'nothing thrown'
      } catch (error) {
        return isProblem(error) ? error.code : 'another error'
      }
    }
    expect(codeOf(() => wilsonInterval({ count: 8, n: 10, population: 9 }))).toBe('populationTooSmall')
    expect(codeOf(() => wilsonInterval({ count: 11, n: 10 }))).toBe('countOutOfRange')
    expect(codeOf(() => wilsonInterval({ count: 0, n: 0 }))).toBe('countOutOfRange')
    expect(codeOf(() => wilsonInterval({ count: 1.5, n: 3 }))).toBe('countOutOfRange')
    expect(codeOf(() => wilsonInterval({ count: 1, n: 3, level: 1 }))).toBe('levelOutOfRange')
  })

  it('holds the share, mirrors, and narrows when more of the population answered', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.integer({ min: 1, max: 500 }), (count, others, missing) => {
        const n = count + others
        fc.pre(n > 0)
        const open = wilsonInterval({ count, n })
        const finite = wilsonInterval({ count, n, population: n + missing })
        const mirrored = wilsonInterval({ count: others, n, population: n + missing })
        expect(finite.low).toBeLessThanOrEqual(finite.share + 1e-12)
        expect(finite.high).toBeGreaterThanOrEqual(finite.share - 1e-12)
        expect(finite.low).toBeGreaterThanOrEqual(open.low - 1e-12)
        expect(finite.high).toBeLessThanOrEqual(open.high + 1e-12)
        expect(1 - mirrored.high).toBeCloseTo(finite.low, 12)
      }),
      { seed: 20260922 },
    )
  })
})
