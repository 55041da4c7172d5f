import type { DisclosurePolicy, HiddenReason, ReleasedCell } from '@klankbord/model'
import type { AuditedQuestion } from './audit-cells.ts'
import type { Measurement } from './measurement.ts'
import type { AuditedTable } from './table-network.ts'

interface Line {
  readonly name: string
  readonly low: number
  readonly high: number
  /** 0 when the figure may be known. */
  readonly needed: number
}

interface Sums {
  readonly low: number
  readonly high: number
}

/**
 * How closely hidden ticks can be computed in a sensitive question with several answers. Per option a table is one
 * sum: the groups, and the people in no shown group, add up to everybody. Everyone with an answer ticked
 * something, so the other options bound an option from below; they are taken as known, which errs on the safe side.
 * Tables meet only in the count of everybody, so bounds passed through it once are exact.
 */
export function auditTicks(question: AuditedQuestion, policy: DisclosurePolicy): readonly Measurement[] {
  return question.whole.categories.flatMap((category, column) => auditOption(question, column, category.code, policy))
}

function auditOption(
  question: AuditedQuestion,
  column: number,
  code: number,
  policy: DisclosurePolicy,
): readonly Measurement[] {
  const { whole, wholeReleased, tables } = question
  const [everybody] = wholeReleased.groups
  const cell = everybody?.status === 'hidden' ? undefined : everybody?.cells[column]
  const margin = lineOf('everybody', whole.counts[0] ?? [], whole.bases[0]?.valid ?? 0, column, cell, undefined, policy)
  const above = cell?.status === 'hidden' ? cell.reason : undefined
  const parts = tables.map((table) => ({ table, lines: linesOf(table, column, above, policy) }))
  const sums = parts.map(({ lines }) => sumOf(lines))
  const low = Math.max(margin.low, ...sums.map((sum) => sum.low))
  const high = Math.min(margin.high, ...sums.map((sum) => sum.high))
  const measured = parts.flatMap(({ table, lines }, index) => {
    const sum = sums[index] ?? { low: 0, high: 0 }
    return lines.flatMap((line) => {
      if (line.needed === 0) return []
      const least = Math.max(line.low, low - (sum.high - line.high))
      const most = Math.min(line.high, high - (sum.low - line.low))
      return [
        { table: table.split.id, cell: `${line.name}, category ${code}`, width: most - least, needed: line.needed },
      ]
    })
  })
  if (margin.needed === 0) return measured
  return [{ table: whole.id, cell: `category ${code}`, width: high - low, needed: margin.needed }, ...measured]
}

function sumOf(lines: readonly Line[]): Sums {
  return lines.reduce((sum, line) => ({ low: sum.low + line.low, high: sum.high + line.high }), { low: 0, high: 0 })
}

/** The shown groups, and all other people as one line. */
function linesOf(
  table: AuditedTable,
  column: number,
  above: HiddenReason | undefined,
  policy: DisclosurePolicy,
): readonly Line[] {
  const counts = [...(table.whole.counts[0] ?? [])]
  let valid = table.whole.bases[0]?.valid ?? 0
  const lines: Line[] = []
  for (const [index, group] of table.released.groups.entries()) {
    if (group.status === 'hidden') continue
    const own = table.split.counts[index] ?? []
    const base = table.split.bases[index]?.valid ?? 0
    lines.push(lineOf(`group ${group.code}`, own, base, column, group.cells[column], above, policy))
    for (const [other, count] of own.entries()) counts[other] = (counts[other] ?? 0) - count
    valid -= base
  }
  const hidden: ReleasedCell = { status: 'hidden', reason: 'complementary' }
  const rest = lineOf('people in no shown group', counts, valid, column, hidden, above ?? 'complementary', policy)
  return [...lines, rest]
}

function lineOf(
  name: string,
  counts: readonly number[],
  valid: number,
  column: number,
  cell: ReleasedCell | undefined,
  above: HiddenReason | undefined,
  policy: DisclosurePolicy,
): Line {
  const count = counts[column] ?? 0
  const { sensitiveCell: small, leastGroup } = policy
  const floor = Math.max(0, valid - counts.reduce((sum, other, index) => (index === column ? sum : sum + other), 0))
  const everyone = count > 0 && count === valid
  const few = count > 0 && count < valid && Math.min(count, valid - count) <= small
  const loose = Boolean(above)
  // Where few of everybody left it unticked, that alone says that nearly everyone in each group ticked it.
  const needed =
    everyone && above === 'sensitive'
      ? small - 1
      : everyone
        ? Math.min(leastGroup, valid) - small - 1
        : few
          ? small - 1
          : 0
  if (cell?.status !== 'hidden') return { name, low: count, high: count, needed }
  const mostlyTicked = count > valid - count
  const [low, high] =
    cell.reason === 'sensitive'
      ? mostlyTicked
        ? [valid - small, loose ? valid : valid - 1]
        : [loose ? 0 : 1, small]
      : loose
        ? [0, valid]
        : [small + 1, everyone ? valid : valid - small - 1]
  return { name, low: Math.max(low, floor), high: Math.min(high, valid), needed: Math.max(0, needed) }
}
