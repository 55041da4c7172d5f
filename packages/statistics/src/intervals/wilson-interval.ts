import type { ShareEstimate } from '@klankbord/model'
import { finiteFactor, type FiniteCorrection } from './finite-population.ts'
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

function scoreUpper(count: number, n: number, squared: number): number {
  if (count === n) return 1
  const spread = Math.sqrt(squared * (squared + (4 * count * (n - count)) / n))
  return (2 * count + squared + spread) / (2 * (n + squared))
}
