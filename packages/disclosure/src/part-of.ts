import type { LocalizedText, ReleasedGroup, ReleasedTable } from '@klankbord/model'

/**
 * The tables of one group of a breakdown as tables of everybody in it: what may be given to who sees this group alone. They
 * were protected together with those of everybody and of all other groups, so that side by side they tell no more than all
 * of these tables would. Tables of other breakdowns are left out: crossed with this one they were not looked at.
 *
 * @param tables as `protect` let them through
 * @param by name of the breakdown
 * @returns null when every table hides the group
 */
export function partOf(
  tables: readonly ReleasedTable[],
  by: string,
  code: number,
  everybody: LocalizedText,
): readonly ReleasedTable[] | null {
  const parts = tables.flatMap((table): readonly ReleasedTable[] => {
    const group = table.groups.find((one) => one.code === code)
    if (table.by?.name !== by || group === undefined) return []
    const whole = { ...table, id: table.subject.name, by: null, groups: [alone(group, everybody)] }
    return [whole as unknown as ReleasedTable]
  })
  return parts.some(({ groups }) => groups[0]?.status !== 'hidden') ? parts : null
}

/** How many groups and cells these tables hide, by reason. */
export function hiddenIn(tables: readonly ReleasedTable[]): Readonly<Record<string, number>> {
  const hidden: Record<string, number> = {}
  const add = (reason: string): void => {
    hidden[reason] = (hidden[reason] ?? 0) + 1
  }
  for (const group of tables.flatMap((table) => table.groups)) {
    if (group.status === 'hidden') add(group.reason)
    else for (const cell of group.cells) if (cell.status === 'hidden') add(cell.reason)
  }
  return hidden
}

/** A group that stands alone is compared with nobody. */
function alone(group: ReleasedGroup, label: LocalizedText): ReleasedGroup {
  const named = { ...group, code: null, label }
  return named.status === 'hidden' ? named : { ...named, verdict: 'notTested' }
}
