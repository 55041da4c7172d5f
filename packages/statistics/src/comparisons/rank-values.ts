import { problem } from '@klankbord/model'
import type { Values } from '../summaries/moments.ts'
import { sumOf } from '../summaries/sum-of.ts'

/** Ranks of all groups together. */
export interface Ranking {
  readonly n: number
  /** Per group the sum of its ranks; equal values share their mean rank. */
  readonly sums: readonly number[]
  /** t³ − t over every value that t people share, added up. */
  readonly ties: number
  /** How many share each value, from the lowest value on, and how many of each group do. */
  readonly shared: readonly { readonly all: number; readonly byGroup: readonly number[] }[]
}

/** @throws Problem `valuesNotFinite` */
export function rankValues(groups: readonly Values[]): Ranking {
  const counts = new Map<number, number[]>()
  for (const [group, values] of groups.entries()) {
    for (const value of values) {
      if (!Number.isFinite(value)) throw problem('valuesNotFinite', { name: 'values' })
      const at = counts.get(value) ?? groups.map(() => 0)
      at[group] = (at[group] ?? 0) + 1
      counts.set(value, at)
    }
  }
  const sums = groups.map(() => 0)
  let before = 0
  let ties = 0
  const shared = [...counts.keys()]
    .toSorted((a, b) => a - b)
    .map((value) => {
      const byGroup = counts.get(value) ?? []
      const all = sumOf(byGroup)
      for (const [group, count] of byGroup.entries())
        sums[group] = (sums[group] ?? 0) + count * (before + (all + 1) / 2)
      before += all
      ties += all ** 3 - all
      return { all, byGroup }
    })
  return { n: before, sums, ties, shared }
}
