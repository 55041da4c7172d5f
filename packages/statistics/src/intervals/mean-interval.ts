import { computed, notComputed, problem, type Figure, type NotComputed } from '@klankbord/model'
import { errorIntervals, reachesOf, type Interval } from './around.ts'
import { finiteFactor, requirePopulation } from './finite-population.ts'

/** What an interval for a mean is made from. */
export interface MeanInput {
  readonly n: number
  readonly mean: number
  /** Standard deviation with n − 1, as `momentsOf` gives it; not used where n is 1. */
  readonly sd: Figure
  /** Everybody the answers stand for; null or left out where that is not known. */
  readonly population?: number | null
  /** Of the interval; 0.95 unless told. */
  readonly level?: number
  /** `point`: as in R the interval is the point where all of more people said the same. Unless told there is none then. */
  readonly alike?: 'point'
}

export interface MeanEstimate {
  readonly mean: number
  /** Not computed (`oneAnswer`) from one answer of more people. */
  readonly standardError: Figure
  /** Also not computed (`noSpread`) where all of more people said the same, since others need not. */
  readonly interval: Interval | NotComputed
  /** n − 1. */
  readonly df: number
  /** Of the whole population: the mean times N. Left out without a population. */
  readonly total?: { readonly estimate: number; readonly standardError: Figure }
}

/**
 * A mean with Student's t interval on n − 1 degrees of freedom; of a finite population the variance is taken times
 * 1 − n/N (Cochran 1977, 2.6–2.8), as R's survey does. When everybody answered, the interval is the point.
 *
 * Assumes a random sample; of skewed answers (waiting times) a median says more. A share is a mean of zeros and ones:
 * sd = √(n·p(1 − p)/(n − 1)).
 *
 * @example meanInterval({ n: 172, mean: 7.2558, sd: 1.4054, population: 420 }).interval // 7.09… to 7.42…
 * @throws Problem `countOutOfRange` for n, `populationTooSmall`, `levelOutOfRange`, `valuesNotFinite`
 */
export function meanInterval({ n, mean, sd, population = null, level = 0.95, alike }: MeanInput): MeanEstimate {
  if (!Number.isSafeInteger(n) || n < 1) throw problem('countOutOfRange', { count: n, n })
  requirePopulation(n, population)
  const spread = computed<number>(sd) && n > 1 ? sd : 0
  const usable = n === 1 || (computed<number>(sd) && spread >= 0 && spread < Infinity)
  if (!Number.isFinite(mean) || !usable) throw problem('valuesNotFinite', { name: 'mean or sd' })
  const factor = finiteFactor(n, population, 'sample')
  const standardError = n > 1 || factor === 0 ? spread * Math.sqrt(factor / n) : notComputed('oneAnswer')
  const pointFits = factor === 0 || alike === 'point'
  const { interval } = errorIntervals(mean, standardError, reachesOf(level, n - 1), pointFits)
  const estimate = { mean, standardError, interval, df: n - 1 }
  if (population === null) return estimate
  const totalError = computed<number>(standardError) ? population * standardError : standardError
  return { ...estimate, total: { estimate: population * mean, standardError: totalError } }
}
