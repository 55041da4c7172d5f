import { computed, notComputed, type Figure } from '@klankbord/model'
import { logGamma } from '../distributions/gamma-function.ts'
import { countTable, type CountedTable, type Table } from './count-table.ts'
import { fisherExactP, SAME_CHANCE } from './fisher-exact-test.ts'

/** Tables to go through: a second or so. */
const MOST_TABLES = 5e6

/**
 * The two-sided p of Fisher's exact test for a table of any size (Freeman & Halton 1951): all tables with the same
 * margins that are at most as likely. Every such table is visited, so this is for small counts: not computed
 * (`tooMuchWork`) beyond some millions of tables, where `chiSquareTest` does; `emptyMargin` as there.
 *
 * @example fisherTableTest([[3, 1], [1, 3]]) // 0.48571…
 * @throws Problem `tableNotRectangular`, `countOutOfRange`
 */
export function fisherTableTest(table: Table): Figure {
  const counted = countTable(table)
  if (!computed<CountedTable>(counted)) return counted
  const { rows, columns } = counted
  const [first, second] = table
  if (rows.length === 2 && columns.length === 2) {
    const [n1 = 0, n2 = 0] = rows
    return fisherExactP({ count1: first?.[0] ?? 0, n1, count2: second?.[0] ?? 0, n2 })
  }
  const byRows = tablesAtMost(rows, columns.length)
  const byColumns = tablesAtMost(columns, rows.length)
  if (Math.min(byRows, byColumns) > MOST_TABLES) return notComputed('tooMuchWork')
  const logFactorials = Float64Array.from({ length: counted.all + 1 }, (_, k) => logGamma(k + 1))
  const observed = table.flat().reduce((sum, count) => sum - (logFactorials[count] ?? 0), 0)
  const [lines, across] = byRows <= byColumns ? [rows, columns] : [columns, rows]
  return visitTables(
    [...lines].toSorted((a, b) => a - b),
    across,
    logFactorials,
    observed,
  )
}

/** The divisions of all lines but the longest; at least as many as there are tables. */
function tablesAtMost(lines: readonly number[], cells: number): number {
  const shorter = lines.toSorted((a, b) => a - b).slice(0, -1)
  return shorter.reduce((product, line) => {
    let ways = 1
    for (let k = 1; k < cells; k += 1) ways *= (line + k) / k
    return product * ways
  }, 1)
}

/** Goes through the tables line by line; the last line is what the others leave. */
function visitTables(
  lines: readonly number[],
  across: readonly number[],
  logFactorials: Float64Array,
  observed: number,
): number {
  const left = Int32Array.from(across)
  const limit = SAME_CHANCE
  let all = 0
  let asUnlikely = 0
  const tally = (log: number): void => {
    const chance = Math.exp(left.reduce((sum, count) => sum - (logFactorials[count] ?? 0), log) - observed)
    all += chance
    if (chance <= limit) asUnlikely += chance
  }
  const visit = (line: number, cell: number, toPlace: number, log: number): void => {
    if (line === lines.length - 1) return tally(log)
    const free = left[cell] ?? 0
    const last = cell === left.length - 1
    if (last && toPlace > free) return
    for (let count = last ? toPlace : 0; count <= Math.min(toPlace, free); count += 1) {
      left[cell] = free - count
      const next = log - (logFactorials[count] ?? 0)
      if (last) visit(line + 1, 0, lines[line + 1] ?? 0, next)
      else visit(line, cell + 1, toPlace - count, next)
    }
    left[cell] = free
  }
  visit(0, 0, lines[0] ?? 0, 0)
  return Math.min(1, asUnlikely / all)
}
