import { computed, type Figure } from '@klankbord/model'

/**
 * Holm's (1979) step-down correction: the smallest of k values times k, the next times k − 1, never decreasing,
 * at most 1. In the order given. What could not be computed stays so and does not count as a comparison.
 *
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm<P extends Figure>(p: readonly P[]): readonly P[] {
  const made = p.flatMap((value, index) => (computed<number>(value) ? [{ value, index }] : []))
  made.sort((a, b) => a.value - b.value)
  const adjusted: Figure[] = [...p]
  let floor = 0
  for (const [rank, { value, index }] of made.entries()) {
    floor = Math.max(floor, Math.min(1, value * (made.length - rank)))
    adjusted[index] = floor
  }
  return adjusted as P[]
}
