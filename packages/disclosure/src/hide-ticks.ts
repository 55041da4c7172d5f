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

/** Hides the ticks of one table by group, column by column; the table goes when a column cannot be protected. */
export function hideTicks(
  task: {
    readonly whole: CountTable
    readonly split: CountTable
    readonly everywhere: readonly (HiddenReason | null)[]
    readonly margin: readonly (HiddenReason | null)[]
  },
  policy: DisclosurePolicy,
): TablePattern {
  const { whole, split, everywhere, margin } = task
  const rows = hideRows({ ...task, extra: new Set(), sensitive: true }, policy)
  const columns = rows && whole.categories.map((_, column) => hideColumn(task, rows, column, policy))
  if (!rows || !columns || columns.includes(null)) return hideAll(split, 'complementary', everywhere)
  const cells = split.counts.map((row, group) =>
    row.map((_, column) => margin[column] ?? columns[column]?.[group] ?? null),
  )
  return { groups: rows, cells }
}

/** The reasons of one column by group; null when it cannot be protected. */
function hideColumn(
  { whole, split, margin }: { whole: CountTable; split: CountTable; margin: readonly (HiddenReason | null)[] },
  rows: readonly (HiddenReason | null)[],
  column: number,
  policy: DisclosurePolicy,
): readonly TickReason[] | null {
  const shown = rows.flatMap((reason, group) => (reason === null ? [group] : []))
  const ticks = split.groups.map((_, group) => ticksOf(split, group, column))
  const at = (group: number): Ticks => ticks[group] ?? { count: 0, valid: 0, floor: 0 }
  const small = shown.filter((group) => tickReason(at(group), policy) !== null)
  if (margin[column]) {
    const holds = small.every((group) => openWidth(at(group), margin[column], policy) >= neededWidth(at(group), policy))
    return holds ? rows.map(() => null) : null
  }
  const rest = remainderOf(whole, split, (group) => rows[group] === null)
  const restTicks = ticksAmong(rest.counts, rest.valid, column)
  const candidates = shown.filter((group) => !small.includes(group)).sort((a, b) => at(a).count - at(b).count)
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

function columnHolds(lines: readonly TickLine[]): boolean {
  return lines.every((line) => {
    const others = lines.filter((other) => other !== line)
    const rise = Math.min(
      line.up,
      others.reduce((sum, other) => sum + other.down, 0),
    )
    const fall = Math.min(
      line.down,
      others.reduce((sum, other) => sum + other.up, 0),
    )
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

/** Where the whole column is hidden a reason speaks of everybody: a group can have no more than everybody. */
function openWidth({ valid, floor }: Ticks, reason: HiddenReason | null | undefined, policy: DisclosurePolicy): number {
  return reason === 'sensitive' ? Math.min(valid - floor, policy.sensitiveCell) : valid - floor
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
