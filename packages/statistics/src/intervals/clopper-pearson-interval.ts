import { betaQuantile } from '../distributions/beta.ts'
import type { Interval } from './around.ts'
import { checkShare, type ShareInput } from './share-input.ts'

/**
 * The exact interval of Clopper and Pearson (1934) for a share in a population without end: it holds the share at least
 * as often as stated, whatever that share is, and mostly more often. For a town use `hypergeometricInterval`.
 *
 * @example clopperPearsonInterval({ count: 1, n: 10 }) // { low: 0.0025285…, high: 0.44501… }
 * @throws Problem `countOutOfRange`, `levelOutOfRange`
 */
export function clopperPearsonInterval(input: Omit<ShareInput, 'population'>): Interval {
  const { count, n, level } = checkShare(input)
  const tail = (1 - level) / 2
  return {
    low: count === 0 ? 0 : betaQuantile(tail, count, n - count + 1),
    high: count === n ? 1 : betaQuantile(1 - tail, count + 1, n - count),
  }
}
