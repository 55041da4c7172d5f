import { EMPTY_CODES, type ReleasedGroup, type ReleasedTable } from '@klankbord/model'
import type { NamedFigure } from './hidden-once.ts'

/**
 * The figures that two editions of the same answers show both, and that changed by less than the least group: of groups, and
 * of the people in no shown group, whom anybody can work out by subtraction.
 */
export function closeFigures(
  previous: readonly ReleasedTable[],
  next: readonly ReleasedTable[],
  least: number,
): readonly NamedFigure[] {
  return next.flatMap((table) => {
    const before = previous.find((candidate) => candidate.id === table.id)
    if (!before) return []
    const close = (now: Figures, old: Figures): readonly NamedFigure[] =>
      [...now]
        .filter(([name, count]) => isTooClose(old.get(name), count, least))
        .map(([figure]) => ({ table: table.id, figure }))
    const groups = table.groups.flatMap((group) => {
      const groupBefore = before.groups.find((candidate) => candidate.code === group.code)
      return groupBefore ? close(figuresOf(table, group), figuresOf(before, groupBefore)) : []
    })
    return [...groups, ...close(figuresOfOthers(table, next), figuresOfOthers(before, previous))]
  })
}

type Figures = ReadonlyMap<string, number>

function isTooClose(old: number | undefined, count: number, least: number): boolean {
  return old !== undefined && old !== count && Math.abs(old - count) < least
}

/** Every count that a group shows, by a name that holds between editions. */
function figuresOf(table: ReleasedTable, group: ReleasedGroup): Figures {
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

/** Every count of the people in no shown group, which anybody can subtract; none when the table shows nothing. */
function figuresOfOthers(table: ReleasedTable, tables: readonly ReleasedTable[]): Figures {
  const whole = tables.find((other) => !other.by && other.subject.name === table.subject.name)
  const [everybody] = whole?.groups ?? []
  const shown = table.groups.filter((group) => group.status !== 'hidden').map((group) => figuresOf(table, group))
  if (!table.by || !whole || !everybody || shown.length === 0) return new Map()
  const known = [...figuresOf(whole, everybody)].filter(([name]) => shown.every((figures) => figures.has(name)))
  return new Map(
    known.map(([name, count]) => [
      `${name} of people in no shown group`,
      shown.reduce((left, figures) => left - (figures.get(name) ?? 0), count),
    ]),
  )
}
