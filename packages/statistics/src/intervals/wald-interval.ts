import { around, type Interval } from './around.ts'
import { finiteFactor } from './finite-population.ts'
import { checkShare, type ShareInput } from './share-input.ts'

/** An interval with the standard error that it is made of. */
export interface WaldInterval extends Interval {
  readonly standardError: number
}

/**
 * The interval of the textbook: the share, give or take z standard errors. To compare with what others print; not for a
 * report, since at 0 and 1 it has no width, and with few answers it holds the share far less often than stated (Brown,
 * Cai & DasGupta 2001).
 *
 * For a finite population the variance is taken times (N − n)/(N − 1).
 *
 * @example waldInterval({ count: 37, n: 180 }) // { low: 0.14652…, high: 0.26459…, standardError: 0.03012… }
 * @throws Problem `countOutOfRange`, `populationTooSmall`, `levelOutOfRange`
 */
export function waldInterval(input: ShareInput): WaldInterval {
  const { n, population, share, z } = checkShare(input)
  const standardError = Math.sqrt(((share * (1 - share)) / n) * finiteFactor(n, population, 'population'))
  return { ...around(share, z * standardError), standardError }
}
