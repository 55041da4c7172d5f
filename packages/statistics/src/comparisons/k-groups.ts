import { notComputed, type NotComputed } from '@klankbord/model'
import { chiSquareUpperTail } from '../distributions/chi-square.ts'
import { fUpperTail } from '../distributions/f-distribution.ts'
import { momentsOf, weightedMoments, type Moments, type Values } from '../summaries/moments.ts'
import { sumOf } from '../summaries/sum-of.ts'
import { rankValues } from './rank-values.ts'

export interface AnovaResult {
  readonly f: number
  readonly df1: number
  readonly df2: number
  readonly p: number
  readonly betweenSquares: number
  readonly withinSquares: number
  /** The share of all variance that lies between the groups; too high in small samples. */
  readonly etaSquared: number
  /** The same without that bias (Hays 1963); below 0 when groups differ less than chance makes them. */
  readonly omegaSquared: number
}

/**
 * One-way analysis of variance (Fisher 1925; R: `aov`): whether groups with the same spread have the same mean. Not
 * computed: `oneGroup` where fewer than two groups have answers, `oneAnswer` where no group has two, `noSpread` where
 * nobody differs within a group. Empty groups are left out.
 *
 * @example anova([[1, 2, 3], [2, 3, 4], [6, 7, 8]]).f // 21
 * @throws Problem `valuesNotFinite`
 */
export function anova(groups: readonly Values[]): AnovaResult | NotComputed {
  const made = filled(groups)
  const sizes = made.map((group) => group.n)
  const n = sumOf(sizes)
  if (made.length < 2) return notComputed(n === 0 ? 'noAnswers' : 'oneGroup')
  const df1 = made.length - 1
  const df2 = n - made.length
  if (df2 === 0) return notComputed('oneAnswer')
  const { squares: betweenSquares } = weightedMoments(meansOf(made), sizes)
  const withinSquares = sumOf(made.map(({ squares }) => squares))
  if (withinSquares === 0) return notComputed('noSpread')
  const within = withinSquares / df2
  const f = betweenSquares / df1 / within
  return {
    f,
    df1,
    df2,
    p: fUpperTail(f, df1, df2),
    betweenSquares,
    withinSquares,
    etaSquared: betweenSquares / (betweenSquares + withinSquares),
    omegaSquared: (betweenSquares - df1 * within) / (betweenSquares + withinSquares + within),
  }
}

export interface WelchAnovaResult {
  readonly f: number
  readonly df1: number
  readonly df2: number
  readonly p: number
}

/**
 * Welch's (1951) analysis of variance for groups that need not be equally spread (R: `oneway.test`). Not computed:
 * `oneGroup`, `oneAnswer` where a group has just one, `noSpread` where nobody differs within some group.
 *
 * @example welchAnova([[1, 2, 3], [2, 3, 4], [6, 7, 8]]).df1 // 2
 * @throws Problem `valuesNotFinite`
 */
export function welchAnova(groups: readonly Values[]): WelchAnovaResult | NotComputed {
  const made = filled(groups)
  if (made.length < 2) return notComputed(made.length === 0 ? 'noAnswers' : 'oneGroup')
  if (made.some(({ n }) => n < 2)) return notComputed('oneAnswer')
  if (made.some(({ squares }) => squares === 0)) return notComputed('noSpread')
  const weights = made.map(({ n, squares }) => (n * (n - 1)) / squares)
  const { sumOfWeights: all, squares } = weightedMoments(meansOf(made), weights)
  const k = made.length
  const uneven = sumOf(made.map(({ n }, at) => (1 - (weights[at] ?? 0) / all) ** 2 / (n - 1))) / (k * k - 1)
  const f = squares / (k - 1) / (1 + 2 * (k - 2) * uneven)
  const df2 = 1 / (3 * uneven)
  return { f, df1: k - 1, df2, p: fUpperTail(f, k - 1, df2) }
}

export interface KruskalWallisResult {
  /** Corrected for ties. */
  readonly h: number
  readonly df: number
  readonly p: number
  /** H/(n − 1): the share of the variance of ranks that lies between the groups. */
  readonly epsilonSquared: number
}

/**
 * The test of Kruskal and Wallis (1952): whether some group tends to larger values, for answers in order; equal answers
 * share their rank, and H is corrected for it (R: `kruskal.test`). p is chi-square's: with fewer than five in a group
 * an approximation. Not computed: `noAnswers`, `oneGroup`, `noSpread` where all answers are equal.
 *
 * @example kruskalWallisTest([[1, 2, 3], [2, 3, 4], [6, 7, 8]]).h // 6.02…
 * @throws Problem `valuesNotFinite`
 */
export function kruskalWallisTest(groups: readonly Values[]): KruskalWallisResult | NotComputed {
  const made = groups.filter((values) => values.length > 0)
  const { n, sums, ties, shared } = rankValues(made)
  if (made.length < 2) return notComputed(n === 0 ? 'noAnswers' : 'oneGroup')
  if (shared.length < 2) return notComputed('noSpread')
  // Around the mean rank, so that large sums do not cancel.
  const between = made.reduce((sum, { length }, at) => {
    const away = (sums[at] ?? 0) / length - (n + 1) / 2
    return sum + length * away * away
  }, 0)
  const h = ((12 / (n * (n + 1))) * between) / (1 - ties / (n ** 3 - n))
  const df = made.length - 1
  return { h, df, p: chiSquareUpperTail(h, df), epsilonSquared: h / (n - 1) }
}

function meansOf(groups: readonly Moments[]): readonly number[] {
  return groups.map(({ mean }) => mean)
}

function filled(groups: readonly Values[]): readonly Moments[] {
  return groups.map(momentsOf).filter(({ n }) => n > 0)
}
