import { computed, notComputed, type Figure, type NotComputed } from '@klankbord/model'
import { requireSameRows } from '../columns/require-rows.ts'
import { countSelected, isSelected, selectedByAll, type Selection } from '../columns/selection.ts'
import { errorIntervals, reachesOf, type ErrorIntervals, type Reaches } from '../intervals/around.ts'
import type { Measurements } from '../summaries/measurements.ts'
import { weightedMoments } from '../summaries/moments.ts'
import { sumOf } from '../summaries/sum-of.ts'
import type { SurveyDesign } from './survey-design.ts'
import { varianceOfTotal } from './variance-of-total.ts'

/** An estimate with what the design makes of its error. */
export interface DesignEstimate extends ErrorIntervals {
  readonly estimate: number
  /** Not computed: `oneInStratum`; of a mean `oneAnswer` where one person of more makes up the domain. */
  readonly standardError: Figure
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

/** Whom an estimate is about, and how sure it is to be. */
export interface DesignOptions {
  /** Everybody unless told. */
  readonly domain?: Selection | undefined
  /** Of the intervals; 0.95 unless told. */
  readonly level?: number | undefined
  /** `point`: as in R the interval is the point where all of more people said the same. Unless told there is none then. */
  readonly alike?: 'point' | undefined
}

/**
 * A weighted mean and total under a stratified design, by linearization (Särndal, Swensson & Wretman 1992, 5.6; R:
 * `svymean`, `svytotal`). Who has no number, or falls outside the domain, stays in the design and adds nothing: that is
 * not the same as analysing the others by themselves, since how many of a stratum fall within is chance, too.
 *
 * Not computed: `noAnswers`, `noWeight`; the intervals (`noSpread`) where all of more people said the same, since others
 * need not.
 *
 * @example designMean(surveyDesign({ rows: 3, weights: [1, 2, 1] }), measurements([7, 8, null])).estimate // 7.66…
 * @throws Problem `columnsDiffer`, `levelOutOfRange`
 */
export function designMean(
  design: SurveyDesign,
  numbers: Measurements,
  { domain, level = 0.95, alike }: DesignOptions = {},
): DesignMean | NotComputed {
  const reaches = reachesOf(level, design.df)
  requireSameRows(design.rows, numbers.values.length, numbers.known.rows, domain?.rows)
  const within = selectedByAll(numbers.known, domain)
  const inside = weightsWithin(design, within)
  const { n, sumOfWeights, mean, squares } = weightedMoments(numbers.values, inside)
  if (n === 0) return notComputed(countSelected(within) > 0 ? 'noWeight' : 'noAnswers')
  const contributions = inside.map((weight, row) => weight * (numbers.values[row] ?? 0))
  const around = contributions.map((part, row) => (part - mean * (inside[row] ?? 0)) / sumOfWeights)
  // One person in a domain is no distance from the mean of that domain, which says nothing of how sure it is.
  const counted = fullyCounted(design, within)
  const alone = n === 1 && !counted
  const ofMean = alone ? notComputed('oneAnswer') : varianceOfTotal(design, around)
  const variance = n > 1 ? ((n / (n - 1)) * squares) / sumOfWeights : notComputed('oneAnswer')
  const pointFits = counted || alike === 'point'
  const designEffect = effectsOf(ofMean, variance, n, sumOfWeights)
  return {
    n,
    sumOfWeights,
    df: design.df,
    ...estimateOf(mean, ofMean, reaches, pointFits),
    variance,
    designEffect,
    effectiveSize: effectiveSize(n, designEffect.withReplacement),
    total: estimateOf(sumOf(contributions), varianceOfTotal(design, contributions), reaches, pointFits),
  }
}

/** The weights of the design of who is within, and 0 for everybody else. */
function weightsWithin({ weights }: SurveyDesign, within: Selection): Float64Array {
  return weights.map((weight, row) => (isSelected(within, row) ? weight : 0))
}

/** Whether everybody answered of the strata of who is within: there is no chance then. */
function fullyCounted(design: SurveyDesign, within: Selection): boolean {
  const { strata, stratumOf } = design
  return weightsWithin(design, within).every((weight, row) => {
    const { n = 0, population = Infinity } = strata[stratumOf[row] ?? 0] ?? {}
    return weight === 0 || n === population
  })
}

function effectiveSize(n: number, designEffect: Figure): Figure {
  if (!computed<number>(designEffect)) return designEffect
  return designEffect > 0 ? n / designEffect : notComputed('noSpread')
}

function estimateOf(estimate: number, variance: Figure, reaches: Reaches, pointFits: boolean): DesignEstimate {
  const standardError = computed<number>(variance) ? Math.sqrt(variance) : variance
  return { estimate, standardError, ...errorIntervals(estimate, standardError, reaches, pointFits) }
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
