import { computed, problem, type Figure, notComputed, type NotComputed } from '@klankbord/model'
import { kishDesignEffect, type KishDesignEffect } from '../designs/kish-design-effect.ts'

/** How far weights are apart. */
export interface WeightSummary extends KishDesignEffect {
  readonly minimum: number
  readonly maximum: number
  /** The largest divided by the smallest above 0. */
  readonly ratio: number
  /** By how much the weight of somebody was raised most; not computed (`noWeight`) where all base weights are 0. */
  readonly largestFactor: Figure
}

/**
 * What a report says of its weights. Not computed: `noWeight`.
 *
 * @param baseWeights 1 for everybody unless told
 * @example weightSummary(rake({ margins }).weights)
 * @throws Problem `weightOutOfRange`, `lengthsDiffer`
 */
export function weightSummary(
  weights: ArrayLike<number>,
  baseWeights?: ArrayLike<number>,
): WeightSummary | NotComputed {
  if (baseWeights && baseWeights.length !== weights.length)
    throw problem('lengthsDiffer', { name: 'baseWeights', length: baseWeights.length, expected: weights.length })
  const kish = kishDesignEffect(weights)
  if (!computed<KishDesignEffect>(kish)) return kish
  let [minimum, least, maximum, factor] = [Infinity, Infinity, 0, 0]
  for (let row = 0; row < weights.length; row += 1) {
    const weight = weights[row] ?? 0
    const base = baseWeights ? (baseWeights[row] ?? 0) : 1
    minimum = Math.min(minimum, weight)
    maximum = Math.max(maximum, weight)
    if (weight > 0) least = Math.min(least, weight)
    if (base > 0) factor = Math.max(factor, weight / base)
  }
  const largestFactor = factor > 0 ? factor : notComputed('noWeight')
  return { ...kish, minimum, maximum, ratio: maximum / least, largestFactor }
}
