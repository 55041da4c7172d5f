import { selectedByAll, selectedNumbers, type Selection } from '../columns/selection.ts'
import type { Measurements } from '../summaries/measurements.ts'
import { momentsOf } from '../summaries/moments.ts'
import { sumOf } from '../summaries/sum-of.ts'

/** What two items have in common, over the people who answered both. */
export interface ItemPair {
  readonly n: number
  readonly means: readonly [number, number]
  /** Products of the distances from the means, added up. */
  readonly products: number
}

/** Each item with each, itself too. */
export type ItemPairs = readonly (readonly ItemPair[])[]

/** Covariances of items, with n − 1; null where fewer than two people answered both. */
export type Covariances = readonly (readonly (number | null)[])[]

/** Over people who answered all items. */
export function listwisePairs(items: readonly Measurements[], complete: Selection): ItemPairs {
  return items.map((one) => items.map((other) => pairOf(one, other, complete)))
}

/** Each pair over the people who answered both. */
export function pairwisePairs(items: readonly Measurements[]): ItemPairs {
  return items.map((one) => items.map((other) => pairOf(one, other, selectedByAll(one.known, other.known))))
}

export function covariancesOf(pairs: ItemPairs): Covariances {
  return pairs.map((line) => line.map(({ n, products }) => (n < 2 ? null : products / (n - 1))))
}

/** The covariance of a pair without somebody who gave these answers; NaN where fewer than two people are left. */
export function covarianceWithout({ n, means, products }: ItemPair, answer: number, other: number): number {
  const away = (answer - means[0]) * (other - means[1])
  return n < 3 ? Number.NaN : (products - (n / (n - 1)) * away) / (n - 2)
}

function pairOf(one: Measurements, other: Measurements, people: Selection): ItemPair {
  const [values, beside] = [selectedNumbers(one.values, people), selectedNumbers(other.values, people)]
  const means = [momentsOf(values).mean, momentsOf(beside).mean] as const
  const products = sumOf(values.map((value, at) => (value - means[0]) * ((beside[at] ?? 0) - means[1])))
  return { n: values.length, means, products }
}
