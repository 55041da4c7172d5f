import { notComputed, type Figure, type NotComputed } from '@klankbord/model'
import { normalTwoSided } from '../distributions/normal.ts'
import type { Values } from '../summaries/moments.ts'
import { exactRankSum } from './exact-rank-sum.ts'
import { rankValues } from './rank-values.ts'

export interface MannWhitneyResult {
  /** Pairs in which the value of the first group is the larger, and half the pairs that are equal. */
  readonly u1: number
  readonly u2: number
  /** The standard deviation of U when groups do not differ, given the ties. */
  readonly sigma: number
  readonly z: Figure
  /** Two-sided, of the normal approximation; with ties among all the values not computed (`noSpread`). */
  readonly p: Figure
  /** The same with half a pair taken off, which is the better approximation. */
  readonly pContinuity: Figure
  /** Exact given the ties, by counting every division of the values; `tooMuchWork` beyond some sixty people. */
  readonly pExact: Figure
  /** Cliff's (1993) delta: pairs where the first is larger minus pairs where it is smaller, of all pairs. */
  readonly cliffsDelta: number
  /** Kerby's (2014) rank-biserial correlation: for two independent groups the same number as Cliff's delta. */
  readonly rankBiserial: number
}

/**
 * The test of Mann and Whitney (1947), also Wilcoxon's rank sum: whether a value of one group tends to be larger than
 * one of the other. For answers in order, such as grades and waiting times; equal answers share their rank. Assumes
 * independent people. Not computed (`noAnswers`) when a group is empty.
 *
 * @example mannWhitneyTest([3.1, 4.7, 1.2], [8.8, 9.1, 7.5, 8.2]).pExact // 2/35
 * @throws Problem `valuesNotFinite`
 */
export function mannWhitneyTest(values1: Values, values2: Values): MannWhitneyResult | NotComputed {
  const [n1, n2] = [values1.length, values2.length]
  const ranking = rankValues([values1, values2])
  if (n1 === 0 || n2 === 0) return notComputed('noAnswers')
  const { n, ties } = ranking
  const pairs = n1 * n2
  const u1 = (ranking.sums[0] ?? 0) - (n1 * (n1 + 1)) / 2
  const away = u1 - pairs / 2
  const sigma = Math.sqrt((pairs / 12) * (n + 1 - ties / (n * (n - 1))))
  const spread = (figure: () => number): Figure => (ranking.shared.length > 1 ? figure() : notComputed('noSpread'))
  return {
    u1,
    u2: pairs - u1,
    sigma: ranking.shared.length > 1 ? sigma : 0,
    z: spread(() => away / sigma),
    p: spread(() => normalTwoSided(away / sigma)),
    pContinuity: spread(() => normalTwoSided(Math.max(0, Math.abs(away) - 0.5) / sigma)),
    pExact: exactRankSum(ranking, n1),
    cliffsDelta: (2 * away) / pairs,
    rankBiserial: (2 * u1) / pairs - 1,
  }
}
