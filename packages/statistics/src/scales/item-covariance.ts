import { isSelected, selectedByAll, type Selection } from '../columns/selection.ts'
import type { Measurements } from '../summaries/measurements.ts'

/** Covariances of items, with n − 1; null where fewer than two people answered both. */
export type Covariances = readonly (readonly (number | null)[])[]

/** Of people who answered all items. */
export function listwiseCovariance(items: readonly Measurements[], complete: Selection): Covariances {
  return items.map((one) => items.map((other) => covariance(one, other, complete)))
}

/** Of each pair of items over the people who answered both. */
export function pairwiseCovariance(items: readonly Measurements[]): Covariances {
  return items.map((one) => items.map((other) => covariance(one, other, selectedByAll(one.known, other.known))))
}

function covariance(one: Measurements, other: Measurements, people: Selection): number | null {
  let [n, sum1, sum2] = [0, 0, 0]
  for (let row = 0; row < people.rows; row += 1) {
    if (!isSelected(people, row)) continue
    n += 1
    sum1 += one.values[row] ?? 0
    sum2 += other.values[row] ?? 0
  }
  if (n < 2) return null
  let products = 0
  for (let row = 0; row < people.rows; row += 1)
    if (isSelected(people, row)) products += ((one.values[row] ?? 0) - sum1 / n) * ((other.values[row] ?? 0) - sum2 / n)
  return products / (n - 1)
}
