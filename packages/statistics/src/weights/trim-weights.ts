import { problem } from '@klankbord/model'
import { requireWeights } from '../columns/require-rows.ts'
import { sumOf } from '../summaries/sum-of.ts'

export interface TrimmingBounds {
  readonly lower: number
  readonly upper: number
  /**
   * `once`: what is cut off goes in equal parts to those that were within, who may then come out above. `strict`: again,
   * until nothing is outside.
   */
  readonly rounds: 'once' | 'strict'
}

/**
 * Weights within bounds that still add up to the same (Potter 1990; R: `trimWeights`). It makes estimates steadier and
 * breaks the margins that weights were fitted to: `reachedMargins` says by how much.
 *
 * @example trimWeights([1, 1, 10], { lower: 0.5, upper: 6, rounds: 'once' }) // 3, 3, 6
 * @throws Problem `weightOutOfRange`; `trimmingOutOfRange` where no weights within the bounds add up to the same
 */
export function trimWeights(weights: ArrayLike<number>, bounds: TrimmingBounds): Float64Array {
  requireWeights(weights)
  const given = Float64Array.from(weights)
  const [n, sum] = [given.length, sumOf(given)]
  const { lower, upper } = bounds
  if (!(lower >= 0 && lower < upper && lower * n <= sum && upper * n >= sum))
    throw problem('trimmingOutOfRange', { lower, upper, mean: n === 0 ? 0 : sum / n })
  let trimmed = trimOnce(given, lower, upper)
  for (let round = 1; bounds.rounds === 'strict' && round < MOST_ROUNDS; round += 1) {
    if (trimmed.every((weight) => weight >= lower && weight <= upper)) return trimmed
    trimmed = trimOnce(trimmed, lower, upper)
  }
  // What is left outside after so many rounds is what a sum of doubles cannot hold.
  return bounds.rounds === 'strict' ? trimmed.map((weight) => Math.min(upper, Math.max(lower, weight))) : trimmed
}

const MOST_ROUNDS = 10_000

function trimOnce(weights: Float64Array, lower: number, upper: number): Float64Array {
  const outside = (weight: number): boolean => weight < lower || weight > upper
  const within = weights.reduce((count, weight) => count + (outside(weight) ? 0 : 1), 0)
  const excess = weights.reduce((sum, weight) => sum + weight - Math.min(upper, Math.max(lower, weight)), 0)
  // Where nobody is within, all take part: the sum stays, and a next round can go on.
  const part = excess / (within || weights.length)
  return weights.map((weight) =>
    outside(weight) ? Math.min(upper, Math.max(lower, weight)) + (within ? 0 : part) : weight + part,
  )
}
