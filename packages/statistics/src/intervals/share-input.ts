import { problem } from '@klankbord/model'
import { normalReach } from './around.ts'
import { requirePopulation } from './finite-population.ts'

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

/** A checked input, with the share and how far the normal distribution reaches. */
export interface CheckedShare extends Required<ShareInput> {
  readonly share: number
  /** The normal quantile that leaves half of what the level leaves above it. */
  readonly z: number
}

/** @throws Problem `countOutOfRange`, `populationTooSmall` (n above N), `levelOutOfRange` */
export function checkShare({ count, n, population = null, level = 0.95 }: ShareInput): CheckedShare {
  requireCount(count, n)
  requirePopulation(n, population)
  return { count, n, population, level, share: count / n, z: normalReach(level) }
}

/** Two counts with the numbers that they are out of. */
export interface TwoCounts {
  readonly count1: number
  readonly n1: number
  readonly count2: number
  readonly n2: number
}

/** @throws Problem `countOutOfRange` */
export function requireTwoCounts({ count1, n1, count2, n2 }: TwoCounts): void {
  requireCount(count1, n1)
  requireCount(count2, n2)
}

/** @throws Problem `countOutOfRange` unless 0 ≤ count ≤ n, both whole and n at least 1 */
export function requireCount(count: number, n: number): void {
  const whole = Number.isSafeInteger(count) && Number.isSafeInteger(n)
  if (!whole || n < 1 || count < 0 || count > n) throw problem('countOutOfRange', { count, n })
}
