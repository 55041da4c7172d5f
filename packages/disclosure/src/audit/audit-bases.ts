import type { DisclosurePolicy } from '@klankbord/model'
import { rangeOf } from './flow-network.ts'
import type { Measurement } from './measurement.ts'
import { restOf, rowName, tableNetwork, type AuditedTable } from './table-network.ts'

/**
 * How closely the number of answers can be computed in each row that is hidden because it has too few of them, and
 * among the people of whom no table shows a group, if they gave few. Exact: one network of rows by answers and
 * kinds of empty, with sizes of groups and sums of everybody known. All hidden rows together can be worked out by
 * subtraction, so together they have to be a group that might be shown.
 */
export function auditBases(table: AuditedTable, policy: DisclosurePolicy): readonly Measurement[] {
  if (table.released.groups.every((group) => group.status === 'hidden')) return []
  const arcs = tableNetwork(table, policy, false)
  const needed = policy.leastGroup - 1
  const few = table.released.groups.flatMap((group, index) =>
    group.status === 'hidden' && group.reason === 'tooFew' && !table.never.has(index) ? [index] : [],
  )
  const rest = restOf(table).base.valid
  const rows: (number | null)[] = rest > 0 && rest < policy.leastGroup ? [...few, null] : few
  const measured = rows.map((row) => {
    const range = rangeOf(
      arcs,
      arcs.findIndex((arc) => arc.from === rowName(row) && arc.to === 'answers'),
    )
    const group = row === null ? 'people in no group of known size' : `group ${table.split.groups[row]?.code}`
    return { table: table.split.id, cell: `answers of ${group}`, width: range.most - range.least, needed }
  })
  const together = arcs.reduce((sum, arc) => (arc.to === 'answers' ? sum + arc.flow : sum), 0)
  if (together === 0 || together >= policy.leastGroup) return measured
  return [...measured, { table: table.split.id, cell: 'answers of people in no shown group', width: 0, needed }]
}
