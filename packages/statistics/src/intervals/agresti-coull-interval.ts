import { around, type Interval } from './around.ts'
import { checkShare, type ShareInput } from './share-input.ts'

/** Within 0 to 1, and as the formula gives it. */
export interface AgrestiCoullInterval extends Interval {
  readonly unclamped: Interval
}

/**
 * The interval of Agresti and Coull (1998): z² people added, half of them with the property, then the textbook interval.
 * Never shorter than Wilson's around the same middle, and at the ends it reaches below 0 or above 1, so it is cut there.
 * For a population without end.
 *
 * @example agrestiCoullInterval({ count: 1, n: 10 }) // { low: 0, high: 0.42596…, unclamped: { low: -0.00394…, … } }
 * @throws Problem `countOutOfRange`, `levelOutOfRange`
 */
export function agrestiCoullInterval(input: Omit<ShareInput, 'population'>): AgrestiCoullInterval {
  const { count, n, z } = checkShare(input)
  const all = n + z * z
  const middle = (count + (z * z) / 2) / all
  const unclamped = around(middle, z * Math.sqrt((middle * (1 - middle)) / all))
  return { low: Math.max(0, unclamped.low), high: Math.min(1, unclamped.high), unclamped }
}
