import { normalTwoSided } from '../distributions/normal.ts'
import { finiteFactor, requirePopulation } from '../intervals/finite-population.ts'
import type { TwoShares } from '../intervals/newcombe-interval.ts'
import { requireTwoCounts } from '../intervals/share-input.ts'

/**
 * The two-sided p of two independent shares of populations that end. Each variance is taken times 1 − n/N (Cochran 1977,
 * 2.6), as if n/(1 − n/N) people of a population without end had answered; with as many, it is the pooled z test, with
 * Yates's (1934) correction by half a person. For large populations it is that test; without end `fisherExactP` is better.
 *
 * Where everybody of both populations answered there is no chance and nothing to test: p is 0 where the shares differ, and
 * else 1. Where everybody of one did, its share is what the other is held against.
 *
 * @param shares populations are without end where they are null or left out
 * @example finiteProportionP({ count1: 18, n1: 40, population1: 45, count2: 30, n2: 42, population2: 44 })
 * @throws Problem `countOutOfRange`, `populationTooSmall`
 */
export function finiteProportionP(shares: Omit<TwoShares, 'level'>): number {
  requireTwoCounts(shares)
  const { count1, n1, population1 = null, count2, n2, population2 = null } = shares
  requirePopulation(n1, population1)
  requirePopulation(n2, population2)
  // From the cross product, so that equal shares differ by exactly 0.
  const gap = Math.abs(count1 * n2 - count2 * n1) / (n1 * n2)
  const part1 = finiteFactor(n1, population1, 'sample') / n1
  const part2 = finiteFactor(n2, population2, 'sample') / n2
  const parts = part1 + part2
  if (gap === 0) return 1
  if (parts === 0) return 0
  // The more of a population answered, the more its share weighs in what both would have if they were alike.
  const pooled = ((count1 / n1) * part2 + (count2 / n2) * part1) / parts
  const error = Math.sqrt(pooled * (1 - pooled) * parts)
  // Nobody, or everybody, of a whole population has it, and of the other somebody does, or does not: they do differ.
  if (error === 0) return 0
  const correction = ((part1 > 0 ? 1 / n1 : 0) + (part2 > 0 ? 1 / n2 : 0)) / 2
  return normalTwoSided(Math.max(0, gap - correction) / error)
}
