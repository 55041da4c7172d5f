/**
 * Sets of one, two and three items, fewest items first and earlier items first within a size: with candidates
 * sorted by cost this tries cheap sets before dear ones.
 */
export function* smallSets<Item>(items: readonly Item[], most = 3): Generator<readonly Item[]> {
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
