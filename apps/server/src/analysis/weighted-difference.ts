import { computed, type Figure, type NotComputed } from '@klankbord/model'
import {
  differenceOfMeans,
  weightedMeanEffects,
  type DesignMean,
  type Interval,
  type Measurements,
} from '@klankbord/statistics'
import { weightedMean } from './number-figures.ts'
import type { TwoGroups } from './two-groups.ts'
import type { Weighting } from './weighting.ts'

/** Two weighted means beside each other. */
export interface WeightedDifference {
  /** Who has a number and weighs anything. */
  readonly n: number
  readonly nOthers: number
  readonly estimate: Figure
  readonly others: Figure
  /** The estimate minus that of the others. */
  readonly difference: Figure
  readonly interval: Interval | NotComputed
  readonly p: Figure
  /** Hedges' g, of the weighted means and in weighted standard deviations. */
  readonly effect: Figure
}

/**
 * The difference of the weighted means of a group and the others, with the error that the design gives each of them, since
 * groups of other people are independent, and Satterthwaite's degrees of freedom as Welch has them. Not computed: `noAnswers`,
 * `noWeight`, `oneAnswer`; the test (`noSpread`) where nobody differs within either group.
 */
export function weightedDifference(
  weighting: Weighting,
  { group, others }: Pick<TwoGroups, 'group' | 'others'>,
  numbers: Measurements,
): WeightedDifference {
  const one = weightedMean(weighting, { rows: group }, numbers)
  const other = weightedMean(weighting, { rows: others }, numbers)
  const sides = {
    n: computed<DesignMean>(one) ? one.n : 0,
    nOthers: computed<DesignMean>(other) ? other.n : 0,
    estimate: estimateOf(one),
    others: estimateOf(other),
  }
  if (!computed<DesignMean>(one)) return { ...sides, difference: one, interval: one, p: one, effect: one }
  if (!computed<DesignMean>(other)) return { ...sides, difference: other, interval: other, p: other, effect: other }
  const effect = weightedMeanEffects(one, other).hedgesG
  const { difference, interval, p } = differenceOfMeans(one, other)
  return { ...sides, difference, effect, interval, p }
}

function estimateOf(mean: DesignMean | NotComputed): Figure {
  return computed<DesignMean>(mean) ? mean.estimate : mean
}
