import { computed, notComputed, type Figure } from '@klankbord/model'
import type { Restriction } from '../columns/tally.ts'
import { takenValues, type Measurements } from './measurements.ts'
import { momentsOf, weightedMoments } from './moments.ts'
import { quantilesOf } from './quantiles.ts'

/** What is known of a number, as everybody who answered says it. Not computed: `noAnswers`, `oneAnswer`. */
export interface NumericSummary {
  /** Who gave a number. */
  readonly n: number
  readonly sum: number
  readonly mean: Figure
  /** With n − 1. */
  readonly variance: Figure
  readonly sd: Figure
  /** Of the mean, for a large population: sd/√n. `meanInterval` knows smaller ones. */
  readonly standardError: Figure
  readonly median: Figure
  readonly minimum: Figure
  readonly maximum: Figure
  /** There when weights were given. */
  readonly weighted?: WeightedSummary
}

/** The same with a weight for each person. Not computed, beside: `noWeight`. */
export interface WeightedSummary {
  /** Who weighs more than nothing. */
  readonly n: number
  readonly sumOfWeights: number
  readonly mean: Figure
  /** √(n/(n − 1) · Σw(x − m)²/Σw), n of those above: what R's survey gives, and the one to use. */
  readonly sd: Figure
  /** The same over Σw − 1, as SPSS has it: weights are taken for numbers of people. */
  readonly sdOfCounts: Figure
  /** The same over Σw: the spread of the population that is described, without correction for few answers. */
  readonly sdOfPopulation: Figure
  /** Type 2 of `quantiles`. */
  readonly median: Figure
}

/**
 * Number, mean, spread and middle of the numbers of those that take part, weighted beside unweighted where weights are
 * given.
 *
 * @example numericSummary(measurements([7, null, 8, 6])).mean // 7
 * @throws Problem `columnsDiffer`, `weightOutOfRange`
 */
export function numericSummary(numbers: Measurements, restriction: Restriction = {}): NumericSummary {
  const { values, weights } = takenValues(numbers, restriction)
  const { n, sum, mean, squares, sd } = momentsOf(values)
  if (n === 0) return { ...EMPTY, ...(weights && { weighted: weightedSummary(values, weights) }) }
  const [median = notComputed('noAnswers')] = quantilesOf({ values, weights: null }, [0.5], 2)
  return {
    n,
    sum,
    mean,
    variance: n > 1 ? squares / (n - 1) : notComputed('oneAnswer'),
    sd,
    standardError: computed<number>(sd) ? sd / Math.sqrt(n) : sd,
    median,
    minimum: values.reduce((least, value) => Math.min(least, value)),
    maximum: values.reduce((most, value) => Math.max(most, value)),
    ...(weights && { weighted: weightedSummary(values, weights) }),
  }
}

const NOBODY = notComputed('noAnswers')
const EMPTY: NumericSummary = {
  n: 0,
  sum: 0,
  mean: NOBODY,
  variance: NOBODY,
  sd: NOBODY,
  standardError: NOBODY,
  median: NOBODY,
  minimum: NOBODY,
  maximum: NOBODY,
}

function weightedSummary(values: Float64Array, weights: Float64Array): WeightedSummary {
  const { n, sumOfWeights, mean, squares } = weightedMoments(values, weights)
  if (n === 0) {
    const none = notComputed(values.length === 0 ? 'noAnswers' : 'noWeight')
    return { n, sumOfWeights, mean: none, sd: none, sdOfCounts: none, sdOfPopulation: none, median: none }
  }
  const [median = NOBODY] = quantilesOf({ values, weights }, [0.5], 2)
  return {
    n,
    sumOfWeights,
    mean,
    sd: n > 1 ? Math.sqrt(((n / (n - 1)) * squares) / sumOfWeights) : notComputed('oneAnswer'),
    sdOfCounts: sumOfWeights > 1 ? Math.sqrt(squares / (sumOfWeights - 1)) : notComputed('oneAnswer'),
    sdOfPopulation: Math.sqrt(squares / sumOfWeights),
    median,
  }
}
