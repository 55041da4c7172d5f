import { describe, expect, it } from 'vitest'
import {
  betaDistribution,
  betaQuantile,
  betaUpperTail,
  chiSquareDistribution,
  chiSquareQuantile,
  chiSquareUpperTail,
  fDistribution,
  fQuantile,
  fUpperTail,
  hypergeometricChance,
  hypergeometricSides,
  studentDistribution,
  studentQuantile,
  studentUpperTail,
} from '@klankbord/statistics'
import { chiSquareLogUpperTail } from '../../src/distributions/chi-square.ts'
import { logGamma } from '../../src/distributions/gamma-function.ts'

const BETA_VALUES = [
  [0.5, 0.5, 0.001, 0.020135041633377492, 0.9798649583666225],
  [0.5, 0.5, 0.7, 0.6309898804344546, 0.3690101195655454],
  [2, 3, 0.01, 0.00059203, 0.99940797],
  [2, 3, 0.4, 0.5248, 0.47519999999999996],
  [2, 3, 0.99, 0.99999603, 3.97000000000001e-6],
  [50, 0.5, 0.2, 9.994267861336983e-37, 1.0],
  [50, 0.5, 0.99, 0.3173043978741974, 0.6826956021258026],
  [37, 144, 0.2, 0.4555544718300723, 0.5444455281699276],
  [37, 144, 0.01, 9.352381143816324e-37, 1.0],
  [37, 144, 0.9, 1.0, 2.2541744466051535e-108],
  [1, 180, 1e-5, 0.001798389955437181, 0.9982016100445629],
  [1000, 1000, 0.4, 8.231611354869308e-20, 1.0],
  [1000, 1000, 0.5, 0.5, 0.5],
  [1000, 1000, 0.62, 1.0, 6.337638060450866e-28],
  [90000, 0.5, 0.999, 4.633037311534578e-41, 1.0],
  [5000, 20000, 0.19, 3.156385024473066e-5, 0.9999684361497553],
  [0.05, 3, 1e-8, 0.42846284190014156, 0.5715371580998585],
  [0.05, 3, 0.5, 0.996423694306536, 0.0035763056934640116],
  [3, 0.05, 0.999, 0.2381458954158941, 0.761854104584106],
  [100000, 100000, 0.49, 1.8571347290404196e-19, 1.0],
  [250000, 0.5, 0.99995, 5.731247592040675e-7, 0.9999994268752408],
  [2.5, 700, 0.0001, 0.0003721301221126457, 0.9996278698778873],
  [700, 2.5, 0.9, 4.2001628800017226e-30, 1.0],
  [89.5, 0.5, 0.96, 0.006946216632769976, 0.99305378336723],
] as const

const GAMMA_VALUES = [
  [0.5, 0.001, 0.03567059172967989, 0.9643294082703201],
  [0.5, 1.92, 0.9499564787512949, 0.050043521248705106],
  [0.5, 100, 1.0, 2.088487583762545e-45],
  [0.5, 600, 1.0, 6.0995688148084334e-263],
  [2, 450, 1.0, 1.6659412638877526e-193],
  [5, 0.0005, 2.6030818297031987e-19, 1.0],
  [5, 5, 0.5595067149347875, 0.4404932850652124],
  [50, 20, 1.245892607971938e-8, 0.9999999875410739],
  [50, 50, 0.5188083154720433, 0.48119168452795674],
  [50, 120, 0.9999999999998399, 1.600822679334483e-13],
  [1000, 900, 0.0005499022657117829, 0.9994500977342882],
  [1000, 1000, 0.5042052441802155, 0.4957947558197845],
  [1000, 1300, 1.0, 1.8736155715785553e-18],
  [100000, 100000.0, 0.5004205221103651, 0.4995794778896348],
  [100000, 98000, 9.690835158160487e-11, 0.9999999999030916],
  [0.05, 1e-6, 0.5148279545251782, 0.48517204547482184],
  [0.05, 0.4, 0.9642824501479884, 0.0357175498520116],
  [0.05, 0.6, 0.9765696164775165, 0.023430383522483472],
  [0.05, 3, 0.9992840945687974, 0.0007159054312025862],
  [1, 700, 1.0, 9.85967654375977e-305],
] as const

/** Near by the relative distance, since tails are the point. */
function expectRelative(got: number, want: number, most = 2e-13): void {
  expect(Math.abs(got - want)).toBeLessThanOrEqual(most * Math.abs(want))
}

describe('a chance in a tail keeps its relative accuracy', () => {
  // Power series in arithmetic of 60 digits (mpmath): [a, b, x, below, above].
  it.each(BETA_VALUES)('beta(%d, %d) at %d', (a, b, x, below, above) => {
    expectRelative(betaDistribution(x, a, b), below)
    expectRelative(betaUpperTail(x, a, b), above)
  })

  // The same of the gamma distribution, as chi-square with 2a degrees of freedom at 2x.
  it.each(GAMMA_VALUES)('chi-square with 2·%d degrees of freedom at 2·%d', (a, x, below, above) => {
    expectRelative(chiSquareDistribution(2 * x, 2 * a), below)
    expectRelative(chiSquareUpperTail(2 * x, 2 * a), above)
    expect(Math.abs(chiSquareLogUpperTail(2 * x, 2 * a) - Math.log(above))).toBeLessThan(1e-12)
  })

  it('of chi-square goes on as a logarithm where doubles end', () => {
    // With two degrees of freedom the upper tail is e^(−x/2).
    expect(chiSquareUpperTail(2000, 2)).toBe(0)
    expectRelative(chiSquareLogUpperTail(2000, 2), -1000)
  })
})

describe('distributions that are known by heart', () => {
  it('agree: t with one degree of freedom is Cauchy’s, F with two has a closed tail', () => {
    for (const t of [1e-9, 0.3, 1, 4, 1e6, 1e150]) {
      expectRelative(studentUpperTail(t, 1), Math.atan2(1, t) / Math.PI)
      expectRelative(studentDistribution(-t, 1), studentUpperTail(t, 1))
    }
    for (const f of [0.01, 1, 30]) expectRelative(fUpperTail(f, 2, 7), (1 + (2 * f) / 7) ** -3.5)
    expectRelative(logGamma(5), Math.log(24))
    expectRelative(logGamma(0.5), Math.log(Math.PI) / 2)
  })

  it('meet each other: t² is F, and F with endless df is chi-square', () => {
    expectRelative(fUpperTail(2.3 ** 2, 1, 12.5), 2 * studentUpperTail(2.3, 12.5))
    expectRelative(fDistribution(0.4, 3, 9) + fUpperTail(0.4, 3, 9), 1)
    expectRelative(fUpperTail(2.1, 4, 1e9), chiSquareUpperTail(8.4, 4), 1e-7)
  })

  it('end where nothing is left', () => {
    expect(studentUpperTail(Infinity, 3)).toBe(0)
    expect(studentDistribution(Infinity, 3)).toBe(1)
    expect([fUpperTail(0, 2, 3), fUpperTail(Infinity, 2, 3)]).toEqual([1, 0])
    expect([chiSquareUpperTail(0, 2), chiSquareDistribution(Infinity, 2)]).toEqual([1, 1])
    expect([betaDistribution(0, 2, 3), betaDistribution(1, 2, 3)]).toEqual([0, 1])
  })
})

const CHANCES = [1e-100, 1e-20, 1e-6, 0.001, 0.025, 0.2, 0.45, 0.55, 0.8, 0.975, 0.999, 1 - 1e-9]

/** The chance that a value was found for comes back from it, by the smaller side. */
function expectUndone(p: number, below: number, above: number): void {
  if (p < 0.5) expectRelative(below, p, 1e-11)
  else expectRelative(above, 1 - p, 1e-11)
}

describe('a quantile is undone by its distribution', () => {
  it.each(CHANCES)('at %d', (p) => {
    for (const df of [1, 2.5, 10, 100, 1e4, 1e6]) {
      const t = studentQuantile(p, df)
      expectUndone(p, studentDistribution(t, df), studentUpperTail(t, df))
    }
    for (const df of [2.5, 10, 100, 1e4]) {
      const x = chiSquareQuantile(p, df)
      expectUndone(p, chiSquareDistribution(x, df), chiSquareUpperTail(x, df))
    }
    for (const [a, b] of [
      [5, 5],
      [2, 17.3],
      [10, 1e5],
    ] as const) {
      const f = fQuantile(p, a, b)
      expectUndone(p, fDistribution(f, a, b), fUpperTail(f, a, b))
    }
    for (const [a, b] of [
      [1, 180],
      [38, 143],
      [0.5, 0.5],
      [1e5, 2e5],
    ] as const) {
      const x = betaQuantile(p, a, b)
      if (x < 0.99) expectUndone(p, betaDistribution(x, a, b), betaUpperTail(x, a, b))
    }
  })

  it('ends at the ends, and refuses what is no chance or no number of degrees', () => {
    expect([studentQuantile(0, 3), studentQuantile(0.5, 3), studentQuantile(1, 3)]).toEqual([-Infinity, 0, Infinity])
    expect([chiSquareQuantile(0, 3), chiSquareQuantile(1, 3)]).toEqual([0, Infinity])
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1])
    expect([fQuantile(0, 2, 3), fQuantile(1, 2, 3)]).toEqual([0, Infinity])
    expect(() => studentQuantile(1.1, 3)).toThrow('p out of range: 1.1 (expected from 0 to 1)')
    expect(() => chiSquareUpperTail(3, 0)).toThrow('df out of range: 0 (expected above 0)')
  })
})

describe('people drawn without putting back', () => {
  it('have chances that are those of counting', () => {
    // 4 of 10 have it, 3 are drawn: 20, 60, 36 and 4 of 120 ways.
    const draw = { population: 10, having: 4, drawn: 3 }
    const ways = [20, 60, 36, 4]
    ways.forEach((many, count) => expectRelative(hypergeometricChance(count, draw), many / 120))
    expect(hypergeometricChance(4, draw)).toBe(0)
    expectRelative(hypergeometricSides(0, draw).lower, 20 / 120)
    expectRelative(hypergeometricSides(1, draw).upper, 40 / 120)
    expect(hypergeometricSides(-1, draw)).toEqual({ lower: 0, upper: 1 })
    expect(hypergeometricSides(3, draw)).toEqual({ lower: 1, upper: 0 })
  })

  it('add up to everybody, also in a large town', () => {
    const draw = { population: 200_000, having: 103_000, drawn: 400 }
    const sum = Array.from({ length: 401 }, (_, count) => hypergeometricChance(count, draw)).reduce((a, b) => a + b)
    expectRelative(sum, 1, 1e-12)
  })

  it('cannot be more than there are', () => {
    expect(() => hypergeometricChance(1, { population: 5, having: 6, drawn: 2 })).toThrow('having out of range: 6')
  })
})
