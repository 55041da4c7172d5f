import type { DisclosurePolicy, HiddenReason } from '@klankbord/model'
import { smallSets } from './small-sets.ts'

/**
 * Which answers of everybody are hidden in a sensitive single-choice question: the rare ones and the smallest
 * partners that keep them from being computed from the base. Null when no partners suffice.
 */
export function hideMargin(
  counts: readonly number[],
  { sensitiveCell }: DisclosurePolicy,
): readonly (HiddenReason | null)[] | null {
  const rare = counts.flatMap((count, index) => (count > 0 && count <= sensitiveCell ? [index] : []))
  if (rare.length === 0) return counts.map(() => null)
  const candidates = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count }) => count > sensitiveCell)
    .toSorted((a, b) => a.count - b.count)
    .map(({ index }) => index)
  for (const partners of [[], ...smallSets(candidates)]) {
    const spare = partners.reduce((sum, index) => sum + (counts[index] ?? 0) - sensitiveCell - 1, 0)
    const holds = rare.every((index) => {
      const count = counts[index] ?? 0
      const others = rare.filter((other) => other !== index)
      const down = others.reduce((sum, other) => sum + (counts[other] ?? 0) - 1, spare)
      const up = others.reduce(
        (sum, other) => sum + sensitiveCell - (counts[other] ?? 0),
        partners.length ? Infinity : 0,
      )
      return down >= sensitiveCell - count && up >= count - 1
    })
    if (holds) {
      return counts.map((_, index) =>
        rare.includes(index) ? 'sensitive' : partners.includes(index) ? 'complementary' : null,
      )
    }
  }
  return null
}
