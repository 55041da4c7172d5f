import { computed, notComputed, type Figure, type NotComputed } from '@klankbord/model'
import { givenWeights } from '../columns/require-rows.ts'
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
 * What a report says of its weights, with what they cost by Kish (1965). Not computed: `noWeight`.
 *
 * @param baseWeights 1 for everybody unless told
 * @example weightSummary(rake({ margins }).weights)
 * @throws Problem `weightOutOfRange`, `lengthsDiffer`
 */
export function weightSummary(
  weights: ArrayLike<number>,
  baseWeights?: ArrayLike<number>,
): WeightSummary | NotComputed {
  const base = givenWeights('baseWeights', baseWeights, weights.length)
  const kish = kishDesignEffect(weights)
  if (!computed<KishDesignEffect>(kish)) return kish
  const given = Float64Array.from(weights)
  const [minimum, maximum] = [leastOf(given), mostOf(given)]
  const factor = mostOf(given.map((weight, row) => ((base[row] ?? 0) > 0 ? weight / (base[row] ?? 1) : 0)))
  const largestFactor = factor > 0 ? factor : notComputed('noWeight')
  return { ...kish, minimum, maximum, ratio: maximum / leastOf(given.filter((weight) => weight > 0)), largestFactor }
}

function leastOf(weights: Float64Array): number {
  return weights.reduce((least, weight) => Math.min(least, weight), Infinity)
}

function mostOf(weights: Float64Array): number {
  return weights.reduce((most, weight) => Math.max(most, weight), 0)
}
