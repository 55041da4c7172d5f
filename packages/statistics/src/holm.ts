/**
 * Holm's (1979) step-down correction: the smallest of k values times k, the next times k − 1, never decreasing,
 * at most 1. In the order given. A null stays null and does not count as a comparison.
 *
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm<P extends number | null>(p: readonly P[]): readonly P[] {
  const made = p.flatMap((value, index) => (value === null ? [] : [{ value: value as number, index }]))
  made.sort((a, b) => a.value - b.value)
  const adjusted: (number | null)[] = p.map(() => null)
  let floor = 0
  for (const [rank, { value, index }] of made.entries()) {
    floor = Math.max(floor, Math.min(1, value * (made.length - rank)))
    adjusted[index] = floor
  }
  return adjusted as P[]
}
