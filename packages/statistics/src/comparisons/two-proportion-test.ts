import { notComputed, type Figure } from '@klankbord/model'
import { normalDistribution } from '../distributions/normal.ts'
import { requireCount } from '../intervals/wilson-interval.ts'

/** Two counts with the numbers that they are out of. */
export interface TwoProportions {
  readonly count1: number
  readonly n1: number
  readonly count2: number
  readonly n2: number
}

/** `z` and `p` are not computed (`noSpread`) where both shares are 0 or both are 1. */
export interface TwoProportionResult {
  /** First share minus second share. */
  readonly difference: number
  readonly z: Figure
  /** Two-sided. */
  readonly p: Figure
}

/**
 * The z test for two independent shares with the pooled standard error, without continuity correction
 * (the root of Pearson's chi-square of the same two by two table).
 *
 * @example twoProportionTest({ count1: 45, n1: 100, count2: 30, n2: 95 }).p // 0.05416…
 * @throws Problem `countOutOfRange`
 */
export function twoProportionTest({ count1, n1, count2, n2 }: TwoProportions): TwoProportionResult {
  requireCount(count1, n1)
  requireCount(count2, n2)
  const difference = count1 / n1 - count2 / n2
  const having = count1 + count2
  const all = n1 + n2
  if (having === 0 || having === all) return { difference, z: notComputed('noSpread'), p: notComputed('noSpread') }
  // From the cross product, so that equal shares give exactly 0.
  const gap = (count1 * n2 - count2 * n1) / (n1 * n2)
  const z = gap / Math.sqrt((having / all) * ((all - having) / all) * (1 / n1 + 1 / n2))
  return { difference, z, p: Math.min(1, 2 * normalDistribution(-Math.abs(z))) }
}
