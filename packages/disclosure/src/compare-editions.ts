import {
  EMPTY_CODES,
  finding,
  pointer,
  type DisclosurePolicy,
  type Finding,
  type ReleasedGroup,
  type ReleasedTable,
} from '@klankbord/model'

/**
 * What an earlier edition beside a new one would give away. Where the same people may be in both, a figure that
 * both show may stay the same or change by at least the least group: a smaller change says what a few people answered.
 *
 * Tables are matched by their id, groups and categories by their codes. Figures of one edition only are not
 * compared here: the sums that surround them are.
 *
 * @returns one finding per figure, with a pointer into `next`; none means that the new edition may come out
 */
export function compareEditions(
  previous: readonly ReleasedTable[],
  next: readonly ReleasedTable[],
  policy: DisclosurePolicy,
): readonly Finding[] {
  return next.flatMap((table, tableIndex) => {
    const before = previous.find((candidate) => candidate.id === table.id)
    if (!before) return []
    return table.groups.flatMap((group, groupIndex) => {
      const groupBefore = before.groups.find((candidate) => candidate.code === group.code)
      if (!groupBefore) return []
      const old = figuresOf(before, groupBefore)
      return [...figuresOf(table, group)]
        .filter(([name, count]) => isTooClose(old.get(name), count, policy.leastGroup))
        .map(([figure]) =>
          finding('editionTooClose', pointer('', tableIndex, 'groups', groupIndex), {
            table: table.id,
            figure,
            least: policy.leastGroup,
          }),
        )
    })
  })
}

function isTooClose(old: number | undefined, count: number, least: number): boolean {
  return old !== undefined && old !== count && Math.abs(old - count) < least
}

/** Every count that a group shows, by a name that holds between editions. */
function figuresOf(table: ReleasedTable, group: ReleasedGroup): ReadonlyMap<string, number> {
  if (group.status === 'hidden') return new Map()
  const figures = new Map<string, number>()
  const { total, asked, answered, valid, empties } = group.base
  for (const [name, count] of Object.entries({ total, asked, answered, valid })) figures.set(name, count)
  for (const kind of Object.keys(EMPTY_CODES) as (keyof typeof EMPTY_CODES)[]) figures.set(kind, empties[kind] ?? 0)
  for (const [index, cell] of group.cells.entries()) {
    if (cell.status === 'shown') figures.set(`category ${table.categories[index]?.code}`, cell.count)
  }
  if (group.positive) figures.set('positive', group.positive.count)
  return figures
}
