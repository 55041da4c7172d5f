import type { CountTable, DisclosurePolicy, HiddenReason } from '@klankbord/model'
import { smallSets } from './combinations.ts'
import { hideRows } from './hide-rows.ts'
import { hideAll, remainderOf, showAll, type TablePattern } from './pattern.ts'

/** How often an option was ticked in one group. */
interface Ticks {
  readonly count: number
  readonly valid: number
  /** Fewest ticks that the other options leave possible: everyone with an answer ticked something. */
  readonly floor: number
}

type TickReason = 'sensitive' | 'complementary' | null

/**
 * The same care for a question with several answers: each option splits a group into those who ticked it and those
 * who did not, and either side can be small. An option that is hidden for everybody is hidden in every group.
 *
 * @returns null when the table of everybody cannot be shown at all
 */
export function hideMarginTicks(whole: CountTable, policy: DisclosurePolicy): TablePattern | null {
  const cells = whole.categories.map((_, column) => tickReason(ticksOf(whole, 0, column), policy))
  const holds = cells.every((reason, column) => {
    const ticks = ticksOf(whole, 0, column)
    return reason === null || widthAlone(ticks, policy) >= neededWidth(ticks, policy)
  })
  return holds ? { ...showAll(whole), cells: [cells] } : null
}

/** A table of a sensitive question with several answers. */
export interface TickTask {
  readonly whole: CountTable
  readonly split: CountTable
  readonly everywhere: readonly (HiddenReason | null)[]
  /** What is hidden in the table of everybody. */
  readonly margin: readonly (HiddenReason | null)[]
  /** All tables by group of this question. */
  readonly splits: readonly CountTable[]
}

/** Hides the ticks of one table by group, column by column; the table goes when a column cannot be protected. */
export function hideTicks(task: TickTask, policy: DisclosurePolicy): TablePattern {
  const { whole, split, everywhere, margin } = task
  const rows = hideRows({ ...task, extra: new Set(), sensitive: true }, policy)
  const columns =
    rows &&
    whole.categories.map((_, column) => {
      if (!margin[column]) return hideColumn(task, rows, column, policy)
      return looseColumnHolds(task, rows, column, policy) ? rows.map(() => null) : null
    })
  if (!rows || !columns || columns.includes(null)) return hideAll(split, 'complementary', everywhere)
  const cells = split.counts.map((row, group) =>
    row.map((_, column) => margin[column] ?? columns[column]?.[group] ?? null),
  )
  return { groups: rows, cells }
}

/** In a column that is hidden for everybody a group can move as far as the other groups, or everybody, make up for. */
function looseColumnHolds(
  { whole, split, splits, margin }: TickTask,
  rows: readonly (HiddenReason | null)[],
  column: number,
  policy: DisclosurePolicy,
): boolean {
  const all = ticksOf(whole, 0, column)
  const reason = margin[column] === 'sensitive' ? 'sensitive' : 'complementary'
  const bounds = boundsOf(all, reason, policy)
  const mostly = all.count > all.valid - all.count
  const lineOfTicks = (ticks: Ticks): TickLine => {
    const { count, valid, floor } = ticks
    const least = reason === 'sensitive' && mostly ? Math.max(floor, valid - policy.sensitiveCell) : floor
    const most = reason === 'sensitive' && !mostly ? Math.min(valid, policy.sensitiveCell) : valid
    const strength = reason === 'sensitive' ? policy.sensitiveCell - 1 : neededWidth(ticks, policy)
    return { up: most - count, down: count - least, needed: tickReason(ticks, policy) === null ? 0 : strength }
  }
  const tables = splits.map((table) => linesBy(whole, table, column, () => true).map(lineOfTicks))
  const up = Math.min(bounds.high - all.count, ...tables.map((lines) => roomOf(lines, 'up')))
  const down = Math.min(all.count - Math.max(bounds.low, all.floor), ...tables.map((lines) => roomOf(lines, 'down')))
  const lines = linesBy(whole, split, column, (group) => rows[group] === null).map(lineOfTicks)
  const own: TickLine = { up: down, down: up, needed: neededWidth(all, policy) }
  return columnHolds([...lines, own])
}

/** The named groups, and all other people together as one more. */
function linesBy(
  whole: CountTable,
  split: CountTable,
  column: number,
  named: (group: number) => boolean,
): readonly Ticks[] {
  const rest = remainderOf(whole, split, named)
  const groups = split.groups.flatMap((_, group) => (named(group) ? [ticksOf(split, group, column)] : []))
  return [...groups, ticksAmong(rest.counts, rest.valid, column)]
}

function roomOf(lines: readonly TickLine[], way: 'up' | 'down'): number {
  return lines.reduce((sum, line) => sum + line[way], 0)
}

/** The reasons of one column by group; null when it cannot be protected. */
function hideColumn(
  { whole, split }: TickTask,
  rows: readonly (HiddenReason | null)[],
  column: number,
  policy: DisclosurePolicy,
): readonly TickReason[] | null {
  const shown = rows.flatMap((reason, group) => (reason === null ? [group] : []))
  const ticks = split.groups.map((_, group) => ticksOf(split, group, column))
  const at = (group: number): Ticks => ticks[group] ?? { count: 0, valid: 0, floor: 0 }
  const small = shown.filter((group) => tickReason(at(group), policy) !== null)
  const rest = remainderOf(whole, split, (group) => rows[group] === null)
  const restTicks = ticksAmong(rest.counts, rest.valid, column)
  const candidates = shown.filter((group) => !small.includes(group)).toSorted((a, b) => at(a).count - at(b).count)
  for (const partners of [[], ...smallSets(candidates)]) {
    const hidden = [...small, ...partners]
    const lines = [
      ...hidden.map((group) => lineOf(at(group), tickReason(at(group), policy) ?? 'complementary', policy)),
      lineOf(restTicks, null, policy),
    ]
    if (columnHolds(lines)) {
      return rows.map((_, group) =>
        hidden.includes(group) ? (tickReason(at(group), policy) ?? 'complementary') : null,
      )
    }
  }
  return null
}

interface TickLine {
  readonly up: number
  readonly down: number
  readonly needed: number
}

/** The lines add up to a known sum: each moves as far as the others make up for. */
function columnHolds(lines: readonly TickLine[]): boolean {
  return lines.every((line) => {
    const others = lines.filter((other) => other !== line)
    const rise = Math.min(line.up, roomOf(others, 'down'))
    const fall = Math.min(line.down, roomOf(others, 'up'))
    return rise + fall >= line.needed
  })
}

/** How far the ticks of a group can move; `reason` null: nothing of it is shown and nothing said. */
function lineOf(ticks: Ticks, reason: TickReason, policy: DisclosurePolicy): TickLine {
  const { count, valid, floor } = ticks
  const needed = tickReason(ticks, policy) === null ? 0 : neededWidth(ticks, policy)
  if (reason === null) return { up: valid - count, down: count - floor, needed }
  const { low, high } = boundsOf(ticks, reason, policy)
  return { up: high - count, down: count - Math.max(low, floor), needed }
}

function boundsOf(
  { count, valid }: Ticks,
  reason: TickReason,
  { sensitiveCell }: DisclosurePolicy,
): { low: number; high: number } {
  if (reason === 'sensitive') {
    return count <= sensitiveCell ? { low: 1, high: sensitiveCell } : { low: valid - sensitiveCell, high: valid - 1 }
  }
  return { low: sensitiveCell + 1, high: count === valid ? valid : valid - sensitiveCell - 1 }
}

function widthAlone(ticks: Ticks, policy: DisclosurePolicy): number {
  const { low, high } = boundsOf(ticks, tickReason(ticks, policy), policy)
  return high - Math.max(low, ticks.floor)
}

function neededWidth({ count, valid }: Ticks, policy: DisclosurePolicy): number {
  return count === valid ? Math.min(policy.leastGroup, valid) - policy.sensitiveCell - 1 : policy.sensitiveCell - 1
}

/** Few who ticked, or few who did not: sensitive. Everyone: hidden, but called complementary, because the reason would tell. */
function tickReason({ count, valid }: Ticks, { sensitiveCell }: DisclosurePolicy): TickReason {
  if (valid === 0 || count === 0) return null
  if (count === valid) return 'complementary'
  return Math.min(count, valid - count) <= sensitiveCell ? 'sensitive' : null
}

function ticksOf(table: CountTable, group: number, column: number): Ticks {
  return ticksAmong(table.counts[group] ?? [], table.bases[group]?.valid ?? 0, column)
}

function ticksAmong(counts: readonly number[], valid: number, column: number): Ticks {
  const others = counts.reduce((sum, other, index) => (index === column ? sum : sum + other), 0)
  return { count: counts[column] ?? 0, valid, floor: Math.max(0, valid - others) }
}
