import type { DisclosurePolicy, HiddenReason } from '@klankbord/model'

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

/**
 * Sets of one, two and three items, fewest items first and earlier items first within a size: with candidates
 * sorted by cost this tries cheap sets before dear ones.
 */
function* smallSets<Item>(items: readonly Item[], most = 3): Generator<readonly Item[]> {
  for (let size = 1; size <= most; size += 1) yield* setsOf(items, size)
}

function* setsOf<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  if (size === 0) {
    yield []
    return
  }
  for (const [index, item] of items.entries()) {
    for (const rest of setsOf(items.slice(index + 1), size - 1)) yield [item, ...rest]
  }
}
