import { notComputed, type Figure } from '@klankbord/model'
import { hypergeometricRange, stepUp } from '../distributions/hypergeometric.ts'
import { requireLevel } from '../distributions/require-parameter.ts'
import type { Interval } from '../intervals/around.ts'
import { requireTwoCounts, type TwoCounts } from '../intervals/share-input.ts'
import { conditionalOdds, oddsRatioBound, type TableChances } from './conditional-odds.ts'
import type { TwoProportions } from './two-proportion-test.ts'

/** Chances closer than this are the same one, rounded differently. */
export const SAME_CHANCE: number = 1 + 1e-7

export interface FisherResult {
  /** Two-sided: all tables with the same margins that are at most as likely as this one. */
  readonly p: number
  /**
   * The conditional maximum likelihood estimate of the odds ratio: 0 when the first count is as low as the margins
   * allow, also where they allow one table only, so that any ratio would do. Not computed (`perfectSeparation`) when it
   * is as high as they allow, since the estimate is then endless.
   */
  readonly oddsRatio: Figure
  /** Exact, by both one-sided tests (Cornfield 1956); from 0, or to Infinity, where the count is at an end. */
  readonly interval: Interval
  /** Odds of the first group by odds of the second, as they stand. */
  readonly sampleOddsRatio: Figure
}

/**
 * Fisher's (1935) exact test for two independent shares (R: `fisher.test`). Given the margins it never marks too often,
 * however few people; so it marks less than `twoProportionTest`.
 *
 * @example fisherExactTest({ count1: 1, n1: 3, count2: 4, n2: 5 }).p // 0.46428…
 * @throws Problem `countOutOfRange`, `levelOutOfRange`
 */
export function fisherExactTest({ level = 0.95, ...counts }: TwoProportions): FisherResult {
  requireTwoCounts(counts)
  requireLevel(level)
  const { count1, n1, count2, n2 } = counts
  const chances = tableChances(counts)
  const { least, weights } = chances
  const most = least + weights.length - 1
  const tail = (1 - level) / 2
  return {
    p: asUnlikely(count1, chances),
    oddsRatio: conditionalOdds(count1, chances),
    interval: {
      low: count1 === least ? 0 : oddsRatioBound(count1, chances, tail, 'low'),
      high: count1 === most ? Infinity : oddsRatioBound(count1, chances, tail, 'high'),
    },
    sampleOddsRatio: sampleOdds(count1 * (n2 - count2), count2 * (n1 - count1)),
  }
}

/**
 * The two-sided p of Fisher's (1935) exact test alone, for when there are many comparisons: as `fisherExactTest` has it.
 *
 * @example fisherExactP({ count1: 1, n1: 3, count2: 4, n2: 5 }) // 0.46428…
 * @throws Problem `countOutOfRange`
 */
export function fisherExactP(counts: TwoCounts): number {
  requireTwoCounts(counts)
  return asUnlikely(counts.count1, tableChances(counts))
}

function asUnlikely(count: number, { least, weights }: TableChances): number {
  const observed = (weights[count - least] ?? 0) * SAME_CHANCE
  let all = 0
  let part = 0
  for (const weight of weights) {
    all += weight
    if (weight <= observed) part += weight
  }
  return Math.min(1, part / all)
}

function sampleOdds(above: number, below: number): Figure {
  if (below > 0) return above / below
  return notComputed(above > 0 ? 'perfectSeparation' : 'noSpread')
}

/** Every first count that the margins allow, weighted by its chance; the likeliest weighs 1. */
function tableChances({ count1, n1, count2, n2 }: TwoCounts): TableChances {
  const draw = { population: n1 + n2, having: count1 + count2, drawn: n1 }
  const [least, most] = hypergeometricRange(draw)
  const weights = new Float64Array(most - least + 1)
  const mode = Math.floor(((draw.drawn + 1) * (draw.having + 1)) / (draw.population + 2))
  const top = Math.min(most, Math.max(least, mode))
  weights[top - least] = 1
  for (let k = top; k < most; k += 1) weights[k + 1 - least] = (weights[k - least] ?? 0) * stepUp(k, draw)
  for (let k = top; k > least; k -= 1) weights[k - 1 - least] = (weights[k - least] ?? 0) / stepUp(k - 1, draw)
  return { least, weights }
}
