import { problem } from '@klankbord/model'
import { firstOf } from '../distributions/first-of.ts'
import { hypergeometricSides } from '../distributions/hypergeometric.ts'
import type { Interval } from './around.ts'
import { checkShare, type ShareInput } from './share-input.ts'

/** What a share of a town is made from. */
export interface TownShare extends ShareInput {
  readonly population: number
}

/** Bounds as people as well as shares. */
export interface HypergeometricInterval extends Interval {
  /** The least number of people in the town that have the property. */
  readonly lowCount: number
  readonly highCount: number
}

/**
 * The exact interval for a share of a finite population: every whole number of people that neither one-sided
 * hypergeometric test at (1 − level)/2 speaks against (Katz 1953; Buonaccorsi 1987). It holds the true number at least
 * as often as stated in each town, however small. At n = N it is the point.
 *
 * @example hypergeometricInterval({ count: 11, n: 40, population: 41 }) // { low: 11/41, high: 12/41, … }
 * @throws Problem `countOutOfRange`, `populationTooSmall`, `levelOutOfRange`, `argumentOutOfRange` for part of a person
 */
export function hypergeometricInterval(input: TownShare): HypergeometricInterval {
  const { count, n, level } = checkShare(input)
  const { population } = input
  if (!Number.isSafeInteger(population)) {
    throw problem('argumentOutOfRange', { name: 'population', value: population, expected: 'whole' })
  }
  const tail = (1 - level) / 2
  const sides = (having: number, at: number): { lower: number; upper: number } =>
    hypergeometricSides(at, { population, having, drawn: n })
  const most = population - (n - count)
  const lowCount = firstOf(count, most, (having) => sides(having, count - 1).upper > tail)
  const highCount = firstOf(lowCount, most, (having) => sides(having + 1, count).lower <= tail)
  return { lowCount, highCount, low: lowCount / population, high: highCount / population }
}
