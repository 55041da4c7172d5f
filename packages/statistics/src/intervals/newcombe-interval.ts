import type { Interval } from './around.ts'
import type { TwoCounts } from './share-input.ts'
import { wilsonInterval } from './wilson-interval.ts'

/** Two independent groups, with everybody in each of them where that is known. */
export interface TwoShares extends TwoCounts {
  readonly population1?: number | null
  readonly population2?: number | null
  readonly level?: number
}

/**
 * The interval of Newcombe (1998, method 10) for the first share minus the second: made of the Wilson intervals of both,
 * so that it stays within −1 to 1 and keeps its width where a share is 0 or 1. With populations, of their finite forms.
 *
 * @example newcombeInterval({ count1: 45, n1: 100, count2: 30, n2: 95 }) // { low: -0.00226…, high: 0.26344… }
 * @throws Problem `countOutOfRange`, `populationTooSmall`, `levelOutOfRange`
 */
export function newcombeInterval(input: TwoShares): Interval {
  const { count1, n1, population1 = null, count2, n2, population2 = null, level = 0.95 } = input
  const one = wilsonInterval({ count: count1, n: n1, population: population1, level })
  const two = wilsonInterval({ count: count2, n: n2, population: population2, level })
  const difference = one.share - two.share
  return {
    low: difference - Math.hypot(one.share - one.low, two.high - two.share),
    high: difference + Math.hypot(one.high - one.share, two.share - two.low),
  }
}
