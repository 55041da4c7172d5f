import {
  EMPTY_CODES,
  finding,
  pointer,
  type DisclosurePolicy,
  type Finding,
  type ReleasedGroup,
  type ReleasedTable,
} from '@klankbord/model'
import { auditRouting } from './audit/audit-routing.ts'
import { hiddenOnce, type NamedFigure } from './hidden-once.ts'
import type { Routing } from './routing.ts'

/**
 * What an earlier edition of the same wave beside a new one would give away. The same people are in both:
 *
 * - a figure that both show may stay the same or change by at least the least group: a smaller change says what a
 *   few people answered. So may the people whom no group shows, everybody minus the groups that are shown;
 * - a group or cell that one of them hides the other may not show, whatever its change: answers are only added, so
 *   a later count with all around it shown tells the earlier one;
 * - who was asked a routed question in one may not tell what the other hides.
 *
 * Tables are matched by their id, groups and categories by their codes, so a code must not change its meaning.
 *
 * @param routings who is asked the questions of both editions
 * @returns one finding per figure, with a pointer into `next`; none means that the new edition may come out
 */
export function compareEditions(
  previous: readonly ReleasedTable[],
  next: readonly ReleasedTable[],
  policy: DisclosurePolicy,
  routings: readonly Routing[] = [],
): readonly Finding[] {
  const least = policy.leastGroup
  const routed = auditRouting([previous, next], routings, policy).map(({ table, cell }) => ({ table, figure: cell }))
  return [...hiddenOnce(previous, next), ...closeFigures(previous, next, least), ...routed].map(({ table, figure }) => {
    const at = next.findIndex(({ id }) => id === table)
    return finding('editionTooClose', at < 0 ? '' : pointer('', at), { table, figure, least })
  })
}

type Figures = ReadonlyMap<string, number>

function closeFigures(
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
