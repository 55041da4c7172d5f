import type {
  LocalizedText,
  ReleasedGroup,
  ReleasedNumberGroup,
  ReleasedNumbers,
  ReleasedTable,
} from '@klankbord/model'

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

/** The numbers of one group of a breakdown as those of everybody in it, as `partOf` does it. */
export function numbersOfPart(
  numbers: readonly ReleasedNumbers[],
  by: string,
  code: number,
  everybody: LocalizedText,
): readonly ReleasedNumbers[] {
  return numbers.flatMap((one): readonly ReleasedNumbers[] => {
    const group = one.groups.find((candidate) => candidate.code === code)
    if (one.by?.name !== by || group === undefined) return []
    const id = one.id.slice(0, -`×${by}`.length)
    return [{ ...one, id, by: null, groups: [numbersAlone(group, everybody)] } as unknown as ReleasedNumbers]
  })
}

function numbersAlone(group: ReleasedNumberGroup, label: LocalizedText): ReleasedNumberGroup {
  const named = { ...group, code: null, label }
  return named.status === 'hidden' ? named : { ...named, verdict: 'notTested' }
}

/** How many groups and cells these tables hide, and how many groups these numbers, by reason. */
export function hiddenIn(
  tables: readonly ReleasedTable[],
  numbers: readonly ReleasedNumbers[] = [],
): Readonly<Record<string, number>> {
  const hidden: Record<string, number> = {}
  const add = (reason: string): void => {
    hidden[reason] = (hidden[reason] ?? 0) + 1
  }
  for (const group of tables.flatMap((table) => table.groups)) {
    if (group.status === 'hidden') add(group.reason)
    else for (const cell of group.cells) if (cell.status === 'hidden') add(cell.reason)
  }
  for (const group of numbers.flatMap((one) => one.groups)) if (group.status === 'hidden') add(group.reason)
  return hidden
}

/** A group that stands alone is compared with nobody. */
function alone(group: ReleasedGroup, label: LocalizedText): ReleasedGroup {
  const named = { ...group, code: null, label }
  return named.status === 'hidden' ? named : { ...named, verdict: 'notTested' }
}
