import { notComputed, problem, type Figure } from '@klankbord/model'

/** Numbers of a group, in any array. */
export type Values = readonly number[] | Float64Array

export interface Moments {
  readonly n: number
  readonly mean: number
  /** Squares of the distances from the mean, added up. */
  readonly squares: number
  /** Standard deviation, with n − 1; not computed (`oneAnswer`, `noAnswers`) for fewer than two. */
  readonly sd: Figure
}

/**
 * Number, mean and squares in two passes, the mean corrected by what it misses, so that large equal parts do not cancel.
 *
 * @throws Problem `valuesNotFinite`
 */
export function momentsOf(values: Values): Moments {
  const n = values.length
  if (n === 0) return { n, mean: 0, squares: 0, sd: notComputed('noAnswers') }
  let sum = 0
  for (const value of values) sum += value
  if (!Number.isFinite(sum)) throw problem('valuesNotFinite', { name: 'values' })
  const rough = sum / n
  let rest = 0
  let squares = 0
  for (const value of values) {
    rest += value - rough
    squares += (value - rough) ** 2
  }
  const around = Math.max(0, squares - (rest * rest) / n)
  const sd = n > 1 ? Math.sqrt(around / (n - 1)) : notComputed('oneAnswer')
  return { n, mean: rough + rest / n, squares: around, sd }
}
