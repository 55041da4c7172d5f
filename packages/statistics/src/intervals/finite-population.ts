import { problem } from '@klankbord/model'

/**
 * How a variance shrinks because people are drawn without putting back, from a population that ends.
 *
 * - `population`: (N − n)/(N − 1), beside p(1 − p)/n: the variance of a share when the share of the town is p (Cochran
 *   1977, 3.2). What a score interval needs, since that asks for each p of the town how far a sample strays from it.
 * - `sample`: 1 − n/N, beside s²/n with s² over n − 1: the estimate of that variance from the sample itself (Cochran
 *   1977, 2.6), as R's survey has it.
 */
export type FiniteCorrection = 'population' | 'sample'

/**
 * The finite population correction of a variance: 1 for a population without end, 0 when everybody answered.
 *
 * @param population null or Infinity where it has no end
 * @example finiteFactor(10, 41, 'population') // 0.775
 */
export function finiteFactor(n: number, population: number | null, correction: FiniteCorrection): number {
  if (population === null || population === Infinity) return 1
  if (population === n) return 0
  return correction === 'population' ? (population - n) / (population - 1) : 1 - n / population
}

/** @throws Problem `populationTooSmall` unless there are at least as many people as answered; null is without end */
export function requirePopulation(n: number, population: number | null): void {
  if (population !== null && !(population >= n)) throw problem('populationTooSmall', { n, population })
}
