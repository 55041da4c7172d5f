import { describe, expect, it } from 'vitest'
import {
  anova,
  designMean,
  kruskalWallisTest,
  mannWhitneyTest,
  meanEffects,
  measurements,
  momentsOf,
  selectionOf,
  studentTest,
  surveyDesign,
  weightedMeanEffects,
  welchAnova,
  welchTest,
} from '@klankbord/statistics'
import { hedgesFactor } from '../../src/comparisons/effect-sizes.ts'

describe('two groups of grades', () => {
  it('cannot be compared where there is nothing to go by, and it says why', () => {
    expect(welchTest([], [8])).toEqual({ notComputed: 'noAnswers' })
    expect(welchTest([7], [8, 6])).toEqual({ notComputed: 'oneAnswer' })
    expect(welchTest([7, 7], [8, 8])).toEqual({ notComputed: 'noSpread' })
    expect(studentTest([7], [8])).toEqual({ notComputed: 'oneAnswer' })
    expect(studentTest([7, 7], [8])).toEqual({ notComputed: 'noSpread' })
    expect(meanEffects([7], [8])).toEqual({
      cohensD: { notComputed: 'oneAnswer' },
      hedgesG: { notComputed: 'oneAnswer' },
    })
    expect(mannWhitneyTest([], [1])).toEqual({ notComputed: 'noAnswers' })
  })

  it('are as far apart with weights that are all alike as without, and the other way where weights say so', () => {
    const grades = measurements([7, 8, 6, 9, 5, 6, 7, 4])
    const north = selectionOf(8, (row) => row < 4)
    const south = selectionOf(8, (row) => row >= 4)
    const apart = (weights: readonly number[]) => {
      const design = surveyDesign({ rows: 8, weights })
      const [one, two] = [north, south].map((domain) => designMean(design, grades, { domain }))
      if (!one || !two || 'notComputed' in one || 'notComputed' in two) throw new Error('no mean')
      return Number(weightedMeanEffects(one, two).hedgesG)
    }
    const alike = Number(meanEffects([7, 8, 6, 9], [5, 6, 7, 4]).hedgesG)
    expect(apart([3, 3, 3, 3, 3, 3, 3, 3])).toBeCloseTo(alike, 12)
    expect(apart([1, 1, 20, 1, 1, 1, 20, 1])).toBeLessThan(0)
    expect(alike).toBeGreaterThan(0)
  })

  it('are compared by Welch where those of one group all say the same', () => {
    const found = welchTest([7, 7, 7], [8, 9, 8, 9])
    // The error and the degrees of freedom are those of the other group.
    expect(found).toMatchObject({ difference: -1.5, df: 3 })
    expect('t' in found && found.t).toBeCloseTo(-1.5 / Math.sqrt(1 / 3 / 4), 12)
  })

  it('are surer to differ the more of a town they are, and differ for certain when they are all of it', () => {
    const [one, two] = [
      [7, 8, 6, 7, 9],
      [6, 7, 5, 6, 8],
    ]
    const of = (population: number) => welchTest(one, two, 0.95, { population1: population, population2: population })
    const [endless, half, all] = [welchTest(one, two), of(10), of(5)]
    expect('t' in endless && 't' in half && half.t / endless.t).toBeCloseTo(Math.SQRT2, 12)
    expect(all).toMatchObject({ p: 0, interval: { low: 1, high: 1 } })
    expect(welchTest(one, one, 0.95, { population1: 5, population2: 5 })).toMatchObject({ t: 0, p: 1 })
    expect(welchTest([7], two, 0.95, { population1: 1 })).toMatchObject({ df: 4 })
    expect(welchTest([7, 7], [8, 8], 0.95, { population1: 2 })).toEqual({ notComputed: 'noSpread' })
    expect(() => welchTest(one, two, 0.95, { population1: 4 })).toThrow('population')
  })

  it('have no t where answers are not numbers', () => {
    expect(() => welchTest([1, Number.NaN], [2, 3])).toThrow('values holds what is no finite number')
    expect(() => mannWhitneyTest([1, Infinity], [2, 3])).toThrow('values holds what is no finite number')
  })

  it('are as far apart in standard deviations as they are, less in small samples', () => {
    expect(meanEffects([1, 2, 3], [2, 3, 4])).toMatchObject({ cohensD: -1 })
    // Hedges' approximation of his factor is 1 − 3/(4·df − 1).
    expect(hedgesFactor(100)).toBeCloseTo(1 - 3 / 399, 5)
    expect(hedgesFactor(2)).toBeCloseTo(Math.sqrt(1 / Math.PI), 14)
    expect(meanEffects([1, 2], [3]).hedgesG).toEqual({ notComputed: 'tooFewAnswers' })
  })

  it('keep their spread when all answers are large', () => {
    const far = momentsOf([1e9 + 1, 1e9 + 2, 1e9 + 3])
    expect(far).toMatchObject({ n: 3, mean: 1e9 + 2, sd: 1 })
    expect(momentsOf([4])).toMatchObject({ mean: 4, sd: { notComputed: 'oneAnswer' } })
  })
})

describe('the ranks of two groups', () => {
  it('are counted exactly: nobody of three is above any of four in 2 of 35 divisions', () => {
    expect(mannWhitneyTest([3.1, 4.7, 1.2], [8.8, 9.1, 7.5, 8.2])).toMatchObject({
      u1: 0,
      u2: 12,
      cliffsDelta: -1,
      rankBiserial: -1,
      pExact: 2 / 35,
    })
  })

  it('are counted exactly with equal answers too', () => {
    // Of the six ways to choose two of 1, 2, 2, 3 the rank sums are 3.5, 3.5, 5, 5, 6.5 and 6.5.
    expect(mannWhitneyTest([1, 2], [2, 3])).toMatchObject({ u1: 0.5, pExact: 2 / 3 })
  })

  it('say nothing when everybody answers the same, and leave large groups to the approximation', () => {
    const same = mannWhitneyTest([4, 4, 4], [4, 4])
    expect(same).toMatchObject({ cliffsDelta: 0, sigma: 0, p: { notComputed: 'noSpread' } })
    expect(same).toMatchObject({ z: { notComputed: 'noSpread' }, pExact: { notComputed: 'noSpread' } })
    const many = Array.from({ length: 100 }, (_, at) => at)
    expect(mannWhitneyTest(many, many)).toMatchObject({ p: 1, pExact: { notComputed: 'tooMuchWork' } })
  })
})

describe('several groups', () => {
  it('are compared without those that are empty', () => {
    expect(anova([[1, 2, 3], [], [2, 3, 4], [6, 7, 8]])).toMatchObject({ f: 21, df1: 2, df2: 6 })
    expect(kruskalWallisTest([[1, 2], [], [3, 4]])).toMatchObject({ df: 1, h: 2.4 })
  })

  it('agree with two groups where there are two', () => {
    const [one, two] = [
      [3, 5, 4, 8, 7],
      [6, 9, 8, 7],
    ]
    const [f, t] = [anova([one, two]), studentTest(one, two)]
    expect('f' in f && 't' in t && f.f / t.t ** 2).toBeCloseTo(1, 13)
    const [welchF, welchT] = [welchAnova([one, two]), welchTest(one, two)]
    expect('f' in welchF && 't' in welchT && [welchF.f / welchT.t ** 2, welchF.df2 / welchT.df]).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(1, 12),
    ])
  })

  it('cannot be compared where there is nothing to go by, and it says why', () => {
    expect(anova([])).toEqual({ notComputed: 'noAnswers' })
    expect(anova([[1, 2], []])).toEqual({ notComputed: 'oneGroup' })
    expect(anova([[1], [2]])).toEqual({ notComputed: 'oneAnswer' })
    expect(
      anova([
        [1, 1],
        [2, 2],
      ]),
    ).toEqual({ notComputed: 'noSpread' })
    expect(welchAnova([[1, 2], [3]])).toEqual({ notComputed: 'oneAnswer' })
    expect(
      welchAnova([
        [1, 2],
        [3, 3],
      ]),
    ).toEqual({ notComputed: 'noSpread' })
    expect(welchAnova([[1, 2]])).toEqual({ notComputed: 'oneGroup' })
    expect(kruskalWallisTest([[2, 2], [2]])).toEqual({ notComputed: 'noSpread' })
    expect(kruskalWallisTest([[2, 2], []])).toEqual({ notComputed: 'oneGroup' })
    expect(kruskalWallisTest([])).toEqual({ notComputed: 'noAnswers' })
  })
})
