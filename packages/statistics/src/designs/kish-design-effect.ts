import { notComputed, type NotComputed } from '@klankbord/model'
import { requireWeights } from '../columns/require-rows.ts'
import { momentsOf } from '../summaries/moments.ts'

/** What unequal weights cost. */
export interface KishDesignEffect {
  /** Who weighs more than nothing. */
  readonly n: number
  readonly sum: number
  /** n·Σw²/(Σw)²: how many times more the variance is than with equal weights. At least 1. */
  readonly designEffect: number
  /** (Σw)²/Σw²: equally weighted people that would say as much. */
  readonly effectiveSize: number
  /** Standard deviation of the weights (over n) divided by their mean. */
  readonly variation: number
}

/**
 * The design effect of weighting by Kish (1965, 1992): 1 plus the squared coefficient of variation of the weights. It
 * assumes that weights have nothing to do with what is measured; where they do, `designMean` says what they cost. Not
 * computed: `noWeight`.
 *
 * @example kishDesignEffect([1, 1, 1, 1, 2, 2, 3]).effectiveSize // 5.7619…
 * @throws Problem `weightOutOfRange`
 */
export function kishDesignEffect(weights: ArrayLike<number>): KishDesignEffect | NotComputed {
  requireWeights(weights)
  const positive = Float64Array.from(weights).filter((weight) => weight > 0)
  const { n, sum, mean, squares: around } = momentsOf(positive)
  if (n === 0) return notComputed('noWeight')
  const squares = positive.reduce((all, weight) => all + weight * weight, 0)
  return {
    n,
    sum,
    designEffect: ((n * squares) / sum) * (1 / sum),
    effectiveSize: (sum / squares) * sum,
    variation: Math.sqrt(around / n) / mean,
  }
}
