import { selectedByAll, selectedNumbers, type Selection } from '../columns/selection.ts'
import type { Measurements } from '../summaries/measurements.ts'
import { momentsOf } from '../summaries/moments.ts'
import { sumOf } from '../summaries/sum-of.ts'

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
  const values = selectedNumbers(one.values, people)
  const beside = selectedNumbers(other.values, people)
  const n = values.length
  if (n < 2) return null
  const [mean, meanBeside] = [momentsOf(values).mean, momentsOf(beside).mean]
  return sumOf(values.map((value, at) => (value - mean) * ((beside[at] ?? 0) - meanBeside))) / (n - 1)
}
