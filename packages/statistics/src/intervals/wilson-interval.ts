import { problem, type ShareEstimate } from '@klankbord/model'
import { normalReach, type Interval } from './around.ts'
import { finiteFactor, requirePopulation, type FiniteCorrection } from './finite-population.ts'
import { checkShare, type ShareInput } from './share-input.ts'

/**
 * A share with Wilson's score interval (Wilson 1927): all shares of the town that the sample does not strongly
 * contradict. For a finite population z² is replaced by z²·(N − n)/(N − 1): the variance, under each such share, of a
 * sample drawn without replacement (in the way of O'Neill 2021). At n = N the interval is the point. The bounds are
 * exactly 0 or 1 where nobody or everybody has the property.
 *
 * Assumes a random sample of independent people. On average over towns it holds the share about as often as stated, not
 * in each of them: `hypergeometricInterval` does. `correction: 'sample'` takes 1 − n/N instead, to compare with others.
 *
 * @example
 * wilsonInterval({ count: 8, n: 10 }) // { count: 8, share: 0.8, low: 0.49016…, high: 0.94332… }
 * wilsonInterval({ count: 8, n: 10, population: 25 }) // low 0.55658…, high 0.92726…
 * @throws Problem `countOutOfRange`, `populationTooSmall` (n above N), `levelOutOfRange`
 */
export function wilsonInterval(input: ShareInput & { readonly correction?: FiniteCorrection }): ShareEstimate {
  const { count, n, population, share, z } = checkShare(input)
  const factor = finiteFactor(n, population, input.correction ?? 'population')
  if (factor === 0) return { count, share, low: share, high: share }
  const squared = z * z * factor
  return { count, share, low: 1 - scoreUpper(n - count, n, squared), high: scoreUpper(count, n, squared) }
}

/** A share of people with unequal weights. */
export interface WeightedShare {
  readonly share: number
  /** (Σw)²/Σw²: equally weighted people that would say as much (`kishDesignEffect`). Above 0, and seldom whole. */
  readonly effectiveSize: number
  /** How many gave a substantive answer. */
  readonly n: number
  readonly population?: number | null
  readonly level?: number
}

/**
 * Wilson's score interval of a weighted share, with the effective size of Kish in the place of n (as Korn & Graubard 1998
 * do with another interval). Of a finite population as many are left over as were not asked: that goes by n itself.
 *
 * @example weightedWilsonInterval({ share: 0.8, effectiveSize: 10, n: 12 }) // { low: 0.49016…, high: 0.94332… }
 * @throws Problem `argumentOutOfRange` for a share outside 0 to 1 or no effective size; `populationTooSmall`, `levelOutOfRange`
 */
export function weightedWilsonInterval(input: WeightedShare): Interval {
  const { share, effectiveSize, n, population = null, level = 0.95 } = input
  if (!(share >= 0 && share <= 1))
    throw problem('argumentOutOfRange', { name: 'share', value: share, expected: 'from 0 to 1' })
  if (!(effectiveSize > 0))
    throw problem('argumentOutOfRange', { name: 'effectiveSize', value: effectiveSize, expected: 'above 0' })
  requirePopulation(n, population)
  const factor = finiteFactor(n, population, 'population')
  if (factor === 0) return { low: share, high: share }
  const squared = normalReach(level) ** 2 * factor
  const upper = (part: number): number => (part >= 1 ? 1 : scoreUpper(part * effectiveSize, effectiveSize, squared))
  return { low: 1 - upper(1 - share), high: upper(share) }
}

function scoreUpper(count: number, n: number, squared: number): number {
  if (count === n) return 1
  const spread = Math.sqrt(squared * (squared + (4 * count * (n - count)) / n))
  return (2 * count + squared + spread) / (2 * (n + squared))
}
