import { computed, notComputed, problem, type Figure, type NotComputed } from '@klankbord/model'
import { isSelected, type Selection } from '../columns/selection.ts'
import { normalQuantile } from '../distributions/normal.ts'
import { requireLevel } from '../distributions/require-parameter.ts'
import { studentQuantile } from '../distributions/student-t.ts'
import type { Interval } from '../intervals/share-input.ts'
import { weightedMoments } from '../summaries/numeric-summary.ts'
import type { Measurements } from '../summaries/measurements.ts'
import type { SurveyDesign } from './survey-design.ts'
import { varianceOfTotal } from './variance-of-total.ts'

/** An estimate with what the design makes of its error. */
export interface DesignEstimate {
  readonly estimate: number
  /** Not computed: `oneInStratum`; of a mean `oneAnswer` where one person of more makes up the domain. */
  readonly standardError: Figure
  /** Student's, with the degrees of freedom of the design; also not computed without these (`oneAnswer`). */
  readonly interval: Interval | NotComputed
  /** The same with the normal distribution: narrower, and too narrow for small samples. */
  readonly normalInterval: Interval | NotComputed
}

export interface DesignMean extends DesignEstimate {
  /** Who has a number and weighs more than nothing. */
  readonly n: number
  readonly sumOfWeights: number
  /** Rows of the design minus its strata. */
  readonly df: number
  /** Of the population, estimated: `sd` of the weighted summary, squared. Not computed: `oneAnswer`. */
  readonly variance: Figure
  /**
   * How many times the variance is that of a simple sample of as many people, drawn with or without putting back. Not
   * computed: `noSpread`; without putting back also where weights add up to no more than n.
   */
  readonly designEffect: { readonly withReplacement: Figure; readonly withoutReplacement: Figure }
  /** n divided by the first of these. */
  readonly effectiveSize: Figure
  /** Of all people together. */
  readonly total: DesignEstimate
}

/**
 * A weighted mean and total under a stratified design, by linearization (Särndal, Swensson & Wretman 1992, 5.6; R:
 * `svymean`, `svytotal`). Who has no number, or falls outside the domain, stays in the design and adds nothing: that is
 * not the same as analysing the others by themselves, since how many of a stratum fall within is chance, too.
 *
 * Not computed: `noAnswers`, `noWeight`.
 *
 * @param domain whom it is about: everybody unless told
 * @example designMean(surveyDesign({ rows: 3, weights: [1, 2, 1] }), measurements([7, 8, null])).estimate // 7.66…
 * @throws Problem `columnsDiffer`, `levelOutOfRange`
 */
export function designMean(
  design: SurveyDesign,
  numbers: Measurements,
  { domain, level = 0.95 }: { readonly domain?: Selection | undefined; readonly level?: number | undefined } = {},
): DesignMean | NotComputed {
  requireLevel(level)
  for (const other of [numbers.values.length, numbers.known.rows, domain?.rows])
    if (other !== undefined && other !== design.rows) throw problem('columnsDiffer', { rows: design.rows, other })
  const within = (row: number): boolean => isSelected(numbers.known, row) && (!domain || isSelected(domain, row))
  const inside = design.weights.map((weight, row) => (within(row) ? weight : 0))
  const sumOfWeights = inside.reduce((sum, weight) => sum + weight, 0)
  const n = inside.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0)
  if (n === 0) return notComputed(design.weights.some((_, row) => within(row)) ? 'noWeight' : 'noAnswers')
  const { mean, squares } = weightedMoments(numbers.values, inside)
  const contributions = inside.map((weight, row) => weight * (numbers.values[row] ?? 0))
  const around = contributions.map((part, row) => (part - mean * (inside[row] ?? 0)) / sumOfWeights)
  // One person in a domain is no distance from the mean of that domain, which says nothing of how sure it is.
  const alone = n === 1 && !fullyCounted(design, inside)
  const ofMean = alone ? notComputed('oneAnswer') : varianceOfTotal(design, around)
  const variance = n > 1 ? ((n / (n - 1)) * squares) / sumOfWeights : notComputed('oneAnswer')
  const designEffect = effectsOf(ofMean, variance, n, sumOfWeights)
  const total = contributions.reduce((sum, part) => sum + part, 0)
  return {
    n,
    sumOfWeights,
    df: design.df,
    ...estimateOf(mean, ofMean, design.df, level),
    variance,
    designEffect,
    effectiveSize: effectiveSize(n, designEffect.withReplacement),
    total: estimateOf(total, varianceOfTotal(design, contributions), design.df, level),
  }
}

/** Whether all of the strata in which somebody weighs anything answered: there is no chance then. */
export function fullyCounted({ strata, stratumOf }: SurveyDesign, inside: Float64Array): boolean {
  return inside.every((weight, row) => {
    const { n = 0, population = Infinity } = strata[stratumOf[row] ?? 0] ?? {}
    return weight === 0 || n === population
  })
}

function effectiveSize(n: number, designEffect: Figure): Figure {
  if (!computed<number>(designEffect)) return designEffect
  return designEffect > 0 ? n / designEffect : notComputed('noSpread')
}

function estimateOf(estimate: number, variance: Figure, df: number, level: number): DesignEstimate {
  if (!computed<number>(variance))
    return { estimate, standardError: variance, interval: variance, normalInterval: variance }
  const standardError = Math.sqrt(variance)
  const around = (quantile: number): Interval => ({
    low: estimate - quantile * standardError,
    high: estimate + quantile * standardError,
  })
  const point = { low: estimate, high: estimate }
  const interval =
    standardError === 0 ? point : df > 0 ? around(studentQuantile((1 + level) / 2, df)) : notComputed('oneAnswer')
  return { estimate, standardError, interval, normalInterval: around(normalQuantile((1 + level) / 2)) }
}

function effectsOf(variance: Figure, spread: Figure, n: number, sumOfWeights: number): DesignMean['designEffect'] {
  const compared = (simple: number): Figure =>
    !computed<number>(variance) ? variance : simple > 0 ? variance / simple : notComputed('noSpread')
  if (!computed<number>(spread)) return { withReplacement: spread, withoutReplacement: spread }
  return {
    withReplacement: compared(spread / n),
    withoutReplacement: compared((spread * (sumOfWeights - n)) / (sumOfWeights * n)),
  }
}
