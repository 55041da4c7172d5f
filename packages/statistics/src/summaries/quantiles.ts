import { notComputed, problem, type Figure } from '@klankbord/model'
import { firstOf } from '../distributions/first-of.ts'
import { requireProbability } from '../distributions/require-parameter.ts'
import type { Restriction } from '../columns/tally.ts'
import { takenValues, type Measurements, type TakenValues } from './measurements.ts'

/**
 * Definitions of a quantile, numbered as by Hyndman and Fan (1996), The American Statistician 50(4).
 *
 * - 1: the lowest answer that at least a share p is not above: the inverse of the distribution.
 * - 2: the same, but the mean of two answers where exactly a share p is not above the first (SAS). The usual median.
 * - 6: between answers, at p(n + 1) (SPSS).
 * - 7: between answers, at 1 + p(n − 1) (R and spreadsheets).
 */
export type QuantileType = 1 | 2 | 6 | 7

/**
 * Quantiles by one of the definitions of Hyndman and Fan (1996), for each of the `probabilities` in the order given. Weighted ones are of type 1 or 2: R's survey calls these
 * `math` and `school`. Not computed: `noAnswers`, or `noWeight` where nobody with an answer weighs anything.
 *
 * @example quantiles(measurements([1, 2, 3, 10]), [0.5, 0.9], { type: 7 }) // [2.5, 7.9]
 * @throws Problem `argumentOutOfRange` for what is no share, and for weights with type 6 or 7; `columnsDiffer`,
 *   `weightOutOfRange`
 */
export function quantiles(
  numbers: Measurements,
  probabilities: readonly number[],
  { type, ...restriction }: Restriction & { readonly type: QuantileType },
): readonly Figure[] {
  for (const p of probabilities) requireProbability(p)
  const taken = takenValues(numbers, restriction)
  if (taken.weights && type > 2)
    throw problem('argumentOutOfRange', { name: 'type', value: type, expected: '1 or 2 with weights' })
  return quantilesOf(taken, probabilities, type)
}

/** The same of values that were taken out already. */
export function quantilesOf(
  taken: TakenValues,
  probabilities: readonly number[],
  type: QuantileType,
): readonly Figure[] {
  if (taken.values.length === 0) return probabilities.map(() => notComputed('noAnswers'))
  return type > 2 ? between(taken.values, probabilities, type) : atSteps(taken, probabilities, type === 2)
}

function between(values: Float64Array, probabilities: readonly number[], type: QuantileType): readonly number[] {
  const sorted = values.toSorted()
  const n = sorted.length
  return probabilities.map((p) => {
    const place = Math.min(Math.max(type === 6 ? p * (n + 1) - 1 : p * (n - 1), 0), n - 1)
    const below = Math.floor(place)
    const low = sorted[below] ?? 0
    return low + (place - below) * ((sorted[below + 1] ?? low) - low)
  })
}

/** Sums of weights are seldom exact in binary: closer than this share of them all is the same. */
const ROUNDING = 1e-12

function atSteps(taken: TakenValues, probabilities: readonly number[], averaged: boolean): readonly Figure[] {
  const { values, upTo } = sortedWithSums(taken)
  const last = values.length - 1
  const sum = upTo(last)
  if (values.length === 0) return probabilities.map(() => notComputed('noWeight'))
  return probabilities.map((p) => {
    const place = firstOf(0, last, (at) => upTo(at) >= p * sum - ROUNDING * sum)
    const exact = upTo(place) <= p * sum + ROUNDING * sum
    const value = values[place] ?? 0
    return averaged && exact ? (value + (values[Math.min(place + 1, last)] ?? 0)) / 2 : value
  })
}

/** The values of who weighs anything, by size, and the weight of all up to each. Equal values once, with weights. */
function sortedWithSums({ values, weights }: TakenValues): {
  readonly values: Float64Array
  readonly upTo: (place: number) => number
} {
  if (!weights) return { values: values.toSorted(), upTo: (place) => place + 1 }
  const weightOf = new Map<number, number>()
  for (let row = 0; row < values.length; row += 1) {
    const [value, weight] = [values[row] ?? 0, weights[row] ?? 0]
    if (weight > 0) weightOf.set(value, (weightOf.get(value) ?? 0) + weight)
  }
  const sorted = Float64Array.from(weightOf.keys()).toSorted()
  let sum = 0
  const sums = sorted.map((value) => (sum += weightOf.get(value) ?? 0))
  return { values: sorted, upTo: (place) => sums[place] ?? 0 }
}
