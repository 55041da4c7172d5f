import { notComputed, type Figure } from '@klankbord/model'
import { normalTwoSided } from '../distributions/normal.ts'
import { normalReach, type Interval } from '../intervals/around.ts'
import { requireTwoCounts, type TwoCounts } from '../intervals/share-input.ts'

/** Two independent groups, and how many of each have a property. */
export interface TwoProportions extends TwoCounts {
  /** Confidence level of the intervals; 0.95 unless told. */
  readonly level?: number
}

/** `z`, `chiSquare` and both p are not computed (`noSpread`) where both shares are 0 or both are 1. */
export interface TwoProportionResult {
  /** First share minus second share. */
  readonly difference: number
  readonly z: Figure
  /** z²: Pearson's chi-square of the same two by two table. */
  readonly chiSquare: Figure
  /** Two-sided. */
  readonly p: Figure
  /** Wald's, with the shares apart, cut at −1 and 1. `newcombeInterval` is the better one. */
  readonly interval: Interval
  /** The same with Yates's correction, which never goes beyond the difference. */
  readonly continuity: { readonly p: Figure; readonly interval: Interval }
}

/**
 * The z test for two independent shares with the pooled standard error, with and without Yates's (1934) continuity
 * correction (R: `prop.test`). For small counts `fisherExactTest` is the safe one.
 *
 * @example twoProportionTest({ count1: 45, n1: 100, count2: 30, n2: 95 }).p // 0.05416…
 * @throws Problem `countOutOfRange`, `levelOutOfRange`
 */
export function twoProportionTest({ level = 0.95, ...counts }: TwoProportions): TwoProportionResult {
  requireTwoCounts(counts)
  const { count1, n1, count2, n2 } = counts
  const difference = count1 / n1 - count2 / n2
  const inverse = 1 / n1 + 1 / n2
  // From the cross product, so that equal shares give exactly 0.
  const gap = (count1 * n2 - count2 * n1) / (n1 * n2)
  const correction = Math.min(0.5, Math.abs(gap) / inverse) * inverse
  const apart = Math.sqrt((count1 * (n1 - count1)) / n1 ** 3 + (count2 * (n2 - count2)) / n2 ** 3)
  const reach = normalReach(level) * apart
  const cutAround = (more: number): Interval => ({
    low: Math.max(-1, difference - reach - more),
    high: Math.min(1, difference + reach + more),
  })
  const intervals = { interval: cutAround(0), corrected: cutAround(correction) }
  const having = count1 + count2
  const all = n1 + n2
  if (having === 0 || having === all) {
    const none = notComputed('noSpread')
    const continuity = { p: none, interval: intervals.corrected }
    return { difference, z: none, chiSquare: none, p: none, interval: intervals.interval, continuity }
  }
  const error = Math.sqrt((having / all) * ((all - having) / all) * inverse)
  const z = gap / error
  const corrected = Math.max(0, Math.abs(gap) - correction) / error
  const continuity = { p: normalTwoSided(corrected), interval: intervals.corrected }
  return { difference, z, chiSquare: z * z, p: normalTwoSided(z), interval: intervals.interval, continuity }
}
