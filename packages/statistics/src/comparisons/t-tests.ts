import { computed, notComputed, type Figure, type NotComputed } from '@klankbord/model'
import type { DesignMean } from '../designs/design-mean.ts'
import { requireLevel } from '../distributions/require-parameter.ts'
import { studentTwoSided } from '../distributions/student-t.ts'
import { around, studentReach, type Interval } from '../intervals/around.ts'
import { finiteFactor, requirePopulation } from '../intervals/finite-population.ts'
import { momentsOf, type Moments, type Values } from '../summaries/moments.ts'
import { hedgesFactor } from './effect-sizes.ts'

export interface TTest {
  /** First mean minus second mean. */
  readonly difference: number
  readonly t: number
  /** Need not be whole. */
  readonly df: number
  /** Two-sided. */
  readonly p: number
  readonly interval: Interval
}

/** How many people the values of either group stand for; null or left out where nobody knows. */
export interface TwoPopulations {
  readonly population1?: number | null
  readonly population2?: number | null
}

/**
 * Welch's (1947) t test for two independent means that need not be equally spread, with Satterthwaite's degrees of
 * freedom (R: `t.test`). The one to use. Not computed: `oneAnswer` where a group has fewer than two, `noSpread` where
 * nobody differs within either group.
 *
 * Of populations that end each variance is taken times 1 − n/N (Cochran 1977, 2.6). Where everybody of both answered there
 * is no chance and nothing to test: the interval is the point, and p is 0 where the means differ and else 1.
 *
 * @example welchTest([3.1, 4.7, 1.2], [8.8, 9.1, 7.5, 8.2]).p
 * @throws Problem `levelOutOfRange`, `valuesNotFinite`, `populationTooSmall`
 */
export function welchTest(
  values1: Values,
  values2: Values,
  level = 0.95,
  { population1 = null, population2 = null }: TwoPopulations = {},
): TTest | NotComputed {
  requireLevel(level)
  const [one, two] = [momentsOf(values1), momentsOf(values2)]
  requirePopulation(one.n, population1)
  requirePopulation(two.n, population2)
  if (one.n === 0 || two.n === 0) return notComputed('noAnswers')
  const [part1, part2] = [varianceOfMean(one, population1), varianceOfMean(two, population2)]
  if (!computed<number>(part1) || !computed<number>(part2)) return notComputed('oneAnswer')
  const difference = one.mean - two.mean
  if (part1 + part2 === 0) {
    const counted = one.n === population1 && two.n === population2
    return counted ? certain(one, two) : notComputed('noSpread')
  }
  const df = (part1 + part2) ** 2 / (squarePerDf(part1, one) + squarePerDf(part2, two))
  return tTest(difference, Math.sqrt(part1 + part2), df, level)
}

function varianceOfMean({ n, squares }: Moments, population: number | null): Figure {
  const factor = finiteFactor(n, population, 'sample')
  if (factor === 0) return 0
  return n < 2 ? notComputed('oneAnswer') : (factor * squares) / (n - 1) / n
}

function squarePerDf(part: number, { n }: Moments): number {
  return part === 0 ? 0 : part ** 2 / (n - 1)
}

/** Equal means of other numbers of people may differ by this, as a part of themselves. */
const ROUNDING = 1e-12

function certain(one: Moments, two: Moments): TTest {
  const [difference, df] = [one.mean - two.mean, one.n + two.n - 2]
  const differs = Math.abs(difference) > ROUNDING * (Math.abs(one.mean) + Math.abs(two.mean))
  const t = differs ? Math.sign(difference) * Infinity : 0
  return { difference, t, df, p: differs ? 0 : 1, interval: around(difference, 0) }
}

/**
 * Student's (1908) t test for two independent means with the same spread. Assumes just that: with unequal groups and
 * spreads it marks too much or too little, and `welchTest` does not. Not computed as there; together three are needed.
 *
 * @example studentTest([3.1, 4.7, 1.2], [8.8, 9.1, 7.5, 8.2]).df // 5
 * @throws Problem `levelOutOfRange`, `valuesNotFinite`
 */
export function studentTest(values1: Values, values2: Values, level = 0.95): TTest | NotComputed {
  requireLevel(level)
  const [one, two] = [momentsOf(values1), momentsOf(values2)]
  const variance = pooledVariance(one, two)
  if (typeof variance !== 'number') return variance
  const error = Math.sqrt(variance * (1 / one.n + 1 / two.n))
  return tTest(one.mean - two.mean, error, one.n + two.n - 2, level)
}

/** Standardized differences of two means. */
export interface MeanEffects {
  /** Cohen's (1988) d, on the pooled standard deviation. */
  readonly cohensD: Figure
  /** Hedges' (1981) g: d without its bias in small samples, with the exact factor. */
  readonly hedgesG: Figure
}

/**
 * How far two means are apart, in standard deviations (Cohen 1988; Hedges 1981). Not computed: `noAnswers`, `oneAnswer`,
 * `noSpread`; of Hedges' g `tooFewAnswers` with fewer than four.
 *
 * @example meanEffects([1, 2, 3], [2, 3, 4]).cohensD // -1
 * @throws Problem `valuesNotFinite`
 */
export function meanEffects(values1: Values, values2: Values): MeanEffects {
  const [one, two] = [momentsOf(values1), momentsOf(values2)]
  return inDeviations(one.mean - two.mean, pooledVariance(one, two), one.n + two.n - 2)
}

/**
 * The same of two weighted means: their difference in weighted standard deviations, pooled by what either group weighs. With
 * equal weights what `meanEffects` says.
 *
 * @example weightedMeanEffects(designMean(design, grades, { domain: north }), designMean(design, grades, { domain: south }))
 */
export function weightedMeanEffects(one: DesignMean, two: DesignMean): MeanEffects {
  const n = one.n + two.n
  const weight = one.sumOfWeights + two.sumOfWeights
  const squares = squaresOf(one) + squaresOf(two)
  const variance = n < 3 ? notComputed('oneAnswer') : (squares / weight) * (n / (n - 2))
  return inDeviations(one.estimate - two.estimate, variance === 0 ? notComputed('noSpread') : variance, n - 2)
}

function squaresOf({ n, variance, sumOfWeights }: DesignMean): number {
  return computed<number>(variance) ? ((variance * (n - 1)) / n) * sumOfWeights : 0
}

function inDeviations(difference: number, variance: Figure, df: number): MeanEffects {
  if (!computed<number>(variance)) return { cohensD: variance, hedgesG: variance }
  const cohensD = difference / Math.sqrt(variance)
  return { cohensD, hedgesG: df < 2 ? notComputed('tooFewAnswers') : cohensD * hedgesFactor(df) }
}

function pooledVariance(one: Moments, two: Moments): Figure {
  if (one.n === 0 || two.n === 0) return notComputed('noAnswers')
  if (one.n + two.n < 3) return notComputed('oneAnswer')
  const variance = (one.squares + two.squares) / (one.n + two.n - 2)
  return variance === 0 ? notComputed('noSpread') : variance
}

function tTest(difference: number, error: number, df: number, level: number): TTest {
  const t = difference / error
  const interval = around(difference, error * studentReach(level, df))
  return { difference, t, df, p: studentTwoSided(t, df), interval }
}
