import { describe, expect, it } from 'vitest'
import { normalDistribution, normalQuantile } from '@klankbord/statistics'

function relativeError(got: number, want: number): number {
  return Math.abs(got - want) / Math.abs(want)
}

describe('the normal distribution', () => {
  // Computed with the power series in arithmetic of 880 digits; -8 also by R (reference/stats).
  it.each([
    [-0.5, 0.3085375387259869],
    [-1, 0.15865525393145707],
    [-2, 0.02275013194817921],
    [-8, 6.220960574271785e-16],
    [-20, 2.7536241186062337e-89],
    [-37, 5.725571222524577e-300],
  ])('gives the area below %d', (x, want) => {
    expect(relativeError(normalDistribution(x), want)).toBeLessThan(3e-15)
  })

  it('is a half at 0, and both tails make 1', () => {
    expect(normalDistribution(0)).toBe(0.5)
    for (const x of [0.3, 0.9999, 1, 1.0001, 2.5, 6]) {
      expect(normalDistribution(x) + normalDistribution(-x)).toBeCloseTo(1, 15)
    }
  })

  it('has no seam where the series hands over to the fraction', () => {
    const below = normalDistribution(-1 + 1e-12)
    const above = normalDistribution(-1 - 1e-12)
    expect((below - above) / 2e-12).toBeCloseTo(0.24197, 3)
  })

  it('ends in 0 and 1, and is not there for what is not a number', () => {
    expect(normalDistribution(-Infinity)).toBe(0)
    expect(normalDistribution(Infinity)).toBe(1)
    expect(() => normalDistribution(Number.NaN)).toThrow('x out of range: NaN')
  })
})

describe('the normal quantile', () => {
  // Computed with mpmath in arithmetic of 50 digits; 0.975 and 1e-10 also by R (reference/stats).
  it.each([
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.6, 0.2533471031357997],
    [1e-10, -6.361340902404056],
    [1e-300, -37.0470962993612],
  ])('finds the value below which a part of %d lies', (p, want) => {
    expect(relativeError(normalQuantile(p), want)).toBeLessThan(3e-15)
  })

  it('undoes the distribution', () => {
    for (const x of [-30, -8, -3, -1.2, -0.4, 0.4, 1.2, 3]) {
      expect(normalQuantile(normalDistribution(x))).toBeCloseTo(x, 12)
    }
  })

  it('has no value outside 0 to 1', () => {
    expect(normalQuantile(0)).toBe(-Infinity)
    expect(normalQuantile(1)).toBe(Infinity)
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow('p out of range')
  })
})
