import { problem } from '@klankbord/model'
import { normalQuantile } from '../distributions/normal.ts'
import { requireLevel } from '../distributions/require-parameter.ts'

/** What an interval for a share is made from. */
export interface ShareInput {
  /** How many of the `n` have the property. */
  readonly count: number
  /** How many gave a substantive answer; at least 1. */
  readonly n: number
  /** Everybody the answers stand for; null or left out where that is not known. */
  readonly population?: number | null
  /** Confidence level between 0 and 1; 0.95 unless told. */
  readonly level?: number
}

/** An interval with both ends in it. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** A checked input, with the share and both tails of the normal distribution. */
export interface CheckedShare extends Required<ShareInput> {
  readonly share: number
  /** The normal quantile that leaves half of the rest above it. */
  readonly z: number
}

/** @throws Problem `countOutOfRange`, `populationTooSmall` (n above N), `levelOutOfRange` */
export function checkShare({ count, n, population = null, level = 0.95 }: ShareInput): CheckedShare {
  requireCount(count, n)
  requireLevel(level)
  if (population !== null && !(population >= n)) throw problem('populationTooSmall', { n, population })
  return { count, n, population, level, share: count / n, z: normalQuantile((1 + level) / 2) }
}

/** @throws Problem `countOutOfRange` unless 0 ≤ count ≤ n, both whole and n at least 1 */
export function requireCount(count: number, n: number): void {
  const whole = Number.isSafeInteger(count) && Number.isSafeInteger(n)
  if (!whole || n < 1 || count < 0 || count > n) throw problem('countOutOfRange', { count, n })
}
