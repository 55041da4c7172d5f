import type { TwoShares } from '../intervals/newcombe-interval.ts'
import { finiteProportionP } from './finite-proportion-test.ts'
import { fisherExactP } from './fisher-exact-test.ts'

/** How two shares were tested, and how likely chance alone makes as much. */
export interface TestedShares {
  readonly test: 'fisher' | 'finiteShares'
  readonly p: number
}

/**
 * Two shares by Fisher's exact test. Where a population is known the test is of that population, as the interval is: a
 * list of which nearly everybody answered leaves little to chance, and Fisher knows of none that ends.
 *
 * @example testedShares({ count1: 8, n1: 10, count2: 1, n2: 6 }).test // 'fisher'
 * @throws Problem `countOutOfRange`, `populationTooSmall`
 */
export function testedShares(shares: Omit<TwoShares, 'level'>): TestedShares {
  const endless = (shares.population1 ?? null) === null && (shares.population2 ?? null) === null
  return endless ? { test: 'fisher', p: fisherExactP(shares) } : { test: 'finiteShares', p: finiteProportionP(shares) }
}
