import { notComputed, problem, type Figure } from '@klankbord/model'
import { sumOf } from './sum-of.ts'

/** Numbers of a group, in any array. */
export type Values = readonly number[] | Float64Array

export interface Moments {
  readonly n: number
  readonly sum: number
  /** 0 for nobody. */
  readonly mean: number
  /** Squares of the distances from the mean, added up. */
  readonly squares: number
  /** Standard deviation, with n − 1; not computed (`oneAnswer`, `noAnswers`) for fewer than two. */
  readonly sd: Figure
}

/**
 * Number, mean and squares, as distances from the first value and in two passes, the mean corrected by what it misses
 * (Chan, Golub & LeVeque 1983): so large equal parts do not cancel, and people who all say the same have no spread at all.
 *
 * @example momentsOf([7, 8, 6]) // { n: 3, sum: 21, mean: 7, squares: 2, sd: 1 }
 * @throws Problem `valuesNotFinite`
 */
export function momentsOf(values: Values): Moments {
  const n = values.length
  if (n === 0) return { n, sum: 0, mean: 0, squares: 0, sd: notComputed('noAnswers') }
  const sum = sumOf(values)
  if (!Number.isFinite(sum)) throw problem('valuesNotFinite', { name: 'values' })
  const [first = 0] = values
  let away = 0
  for (const value of values) away += value - first
  const rough = first + away / n
  let rest = 0
  let squares = 0
  for (const value of values) {
    rest += value - rough
    squares += (value - rough) ** 2
  }
  const around = Math.max(0, squares - (rest * rest) / n)
  const sd = n > 1 ? Math.sqrt(around / (n - 1)) : notComputed('oneAnswer')
  return { n, sum, mean: rough + rest / n, squares: around, sd }
}

/** The same with a weight for each value, some of them above 0. */
export interface WeightedMoments {
  /** Who weighs more than nothing. */
  readonly n: number
  readonly sumOfWeights: number
  readonly mean: number
  /** Squares of the distances from the mean times weights, added up. */
  readonly squares: number
}

/** The weighted mean and squares, as distances from the first value that counts. The mean is 0 where nobody weighs anything. */
export function weightedMoments(values: Values, weights: Values): WeightedMoments {
  let [n, first, away, sumOfWeights] = [0, 0, 0, 0]
  for (let row = 0; row < values.length; row += 1) {
    const [value, weight] = [values[row] ?? 0, weights[row] ?? 0]
    if (weight === 0) continue
    if (n === 0) first = value
    n += 1
    away += weight * (value - first)
    sumOfWeights += weight
  }
  const mean = n === 0 ? 0 : first + away / sumOfWeights
  let squares = 0
  for (let row = 0; row < values.length; row += 1) squares += (weights[row] ?? 0) * ((values[row] ?? 0) - mean) ** 2
  return { n, sumOfWeights, mean, squares }
}
