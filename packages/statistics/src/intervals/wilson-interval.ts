import { problem, type ShareEstimate } from '@klankbord/model'
import { normalQuantile } from '../distributions/normal.ts'

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

/**
 * A share with Wilson's score interval (Wilson 1927). For a finite population z² is replaced by
 * z²·(N − n)/(N − 1): the variance of a sample drawn without replacement. At n = N the interval is the point.
 * The bounds are exactly 0 or 1 where nobody or everybody has the property.
 *
 * @example
 * wilsonInterval({ count: 8, n: 10 }) // { count: 8, share: 0.8, low: 0.49016…, high: 0.94332… }
 * wilsonInterval({ count: 8, n: 10, population: 25 }) // low 0.55658…, high 0.92726…
 * @throws Problem `countOutOfRange`, `populationTooSmall` (n above N), `levelOutOfRange`
 */
export function wilsonInterval({ count, n, population = null, level = 0.95 }: ShareInput): ShareEstimate {
  requireCount(count, n)
  if (!(level > 0 && level < 1)) throw problem('levelOutOfRange', { level })
  if (population !== null && !(population >= n)) throw problem('populationTooSmall', { n, population })
  const share = count / n
  if (population === n) return { count, share, low: share, high: share }
  const squared = normalQuantile((1 + level) / 2) ** 2 * (population === null ? 1 : (population - n) / (population - 1))
  return { count, share, low: 1 - scoreUpper(n - count, n, squared), high: scoreUpper(count, n, squared) }
}

/** @throws Problem `countOutOfRange` unless 0 ≤ count ≤ n, both whole and n at least 1 */
export function requireCount(count: number, n: number): void {
  const whole = Number.isSafeInteger(count) && Number.isSafeInteger(n)
  if (!whole || n < 1 || count < 0 || count > n) throw problem('countOutOfRange', { count, n })
}

function scoreUpper(count: number, n: number, squared: number): number {
  if (count === n) return 1
  const spread = Math.sqrt(squared * (squared + (4 * count * (n - count)) / n))
  return (2 * count + squared + spread) / (2 * (n + squared))
}
