import { finiteProportionP, fisherExactP, type TwoShares } from '@klankbord/statistics'

/** How two shares were tested, and how likely chance alone makes as much. */
export interface TestedShares {
  readonly test: 'fisher' | 'finiteShares'
  readonly p: number
}

/**
 * Two shares by Fisher's exact test. Where a population is known the test is of that population, as the interval is: a
 * list of which nearly everybody answered leaves little to chance, and Fisher knows of none that ends.
 */
export function testedShares(shares: Omit<TwoShares, 'level'>): TestedShares {
  const endless = (shares.population1 ?? null) === null && (shares.population2 ?? null) === null
  return endless ? { test: 'fisher', p: fisherExactP(shares) } : { test: 'finiteShares', p: finiteProportionP(shares) }
}
