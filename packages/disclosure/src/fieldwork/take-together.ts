/** People who have one of several things in common. */
export interface CountedPeople<Key> {
  readonly keys: readonly Key[]
  readonly people: number
}

/**
 * Takes counts of few people together with the next larger ones, until nobody can tell how many each of them was: whoever
 * knows that there was at least one of each still has an interval of the least group. Counts of nobody are left out.
 *
 * @returns rows in the order in which they came, what was taken together last; null where all together are too few
 * @example takeTogether([{ keys: ['web'], people: 90 }, { keys: ['paper'], people: 2 }], 10) // [{ keys: ['web', 'paper'], people: 92 }]
 */
export function takeTogether<Key>(
  counts: readonly CountedPeople<Key>[],
  least: number,
): readonly CountedPeople<Key>[] | null {
  const some = counts.filter(({ people }) => people > 0)
  if (some.every(({ people }) => people >= least)) return some
  const rising = some.toSorted((a, b) => a.people - b.people)
  for (let many = 2; many <= rising.length; many += 1) {
    const people = rising.slice(0, many).reduce((sum, row) => sum + row.people, 0)
    const rest = rising.slice(many)
    if (people < least + many - 1 || rest.some((row) => row.people < least)) continue
    const keys = some.filter((row) => !rest.includes(row)).flatMap((row) => row.keys)
    return [...some.filter((row) => rest.includes(row)), { keys, people }]
  }
  return null
}
