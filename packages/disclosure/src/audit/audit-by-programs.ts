import type { DisclosurePolicy, ReleasedTable } from '@klankbord/model'
import { joinedEditions, type GuardedCell } from '../editions/joined-editions.ts'
import type { Solving } from '../hiding/cell-system.ts'
import type { Measurement } from './measurement.ts'

/**
 * The same question as `audit` asks, answered another way: every released table with every sum between them, crossed and nested
 * breakdowns included, is one system, in which linear programs (and, where whole numbers decide, integer ones) find the least
 * and the most of each hidden number. A range is followed only until it is as wide as it has to be, so widths are at least
 * what is said here.
 *
 * @param released nothing else: what no reader sees has no part in it
 */
export async function auditByPrograms(
  released: readonly ReleasedTable[],
  policy: DisclosurePolicy,
  solving: Solving,
): Promise<readonly Measurement[]> {
  const { cells, relations, hidden, guarded } = joinedEditions([{ tables: released }], policy)
  if (guarded.length === 0) return []
  const open = new Set(hidden)
  const needed = ({ cell, span }: GuardedCell): number => {
    const { low = 0, high = Infinity } = cells[cell] ?? {}
    return Math.min(span, high - low)
  }
  const wanted = guarded.filter(({ cell }) => open.has(cell)).map((one) => ({ cell: one.cell, enough: needed(one) }))
  const ranges = await solving.ranges({ cells, relations, hidden, wanted })
  const widths = new Map(ranges.map(({ cell, least, most }) => [cell, most - least]))
  return guarded.map((one) => ({
    table: one.table,
    cell: one.figure,
    width: widths.get(one.cell) ?? 0,
    needed: needed(one),
  }))
}
