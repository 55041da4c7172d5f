import type { CellSystem, Relation } from './cell-system.ts'
import type { Solver } from './load-solver.ts'

/**
 * Whole numbers for hidden cells that fit all sums and what is known of each: the given ones where they do, else some that a
 * program finds. Whoever has only what was released knows no other.
 *
 * @param seconds at most so long for the program
 * @returns the values of all cells; `none` when no numbers fit, `notFound` when the time was over
 */
export function fittingValues(
  solver: Solver,
  { cells, relations }: CellSystem,
  hidden: ReadonlySet<number>,
  seconds: number,
): readonly number[] | 'none' | 'notFound' {
  const given = cells.map(({ value }) => value)
  if (fits(given, relations)) return given
  const rows = relations.map((relation) => rowOf(relation, hidden, given))
  if (rows.some((row) => row.terms.length === 0 && row.sum !== 0)) return 'none'
  const text = programOf(rows, cells, hidden)
  for (const whole of [false, true]) {
    const { Status, Columns } = solver.solve(text(whole), { output_flag: false, time_limit: seconds })
    if (Status === 'Infeasible') return 'none'
    if (Status !== 'Optimal') return 'notFound'
    const found = given.map((value, cell) => Math.round(Columns[`x${cell}`]?.Primal ?? value))
    if (fits(found, relations)) return found
  }
  return 'notFound'
}

function fits(values: readonly number[], relations: readonly Relation[]): boolean {
  return relations.every(
    ({ total, parts }) => values[total] === parts.reduce((sum, part) => sum + (values[part] ?? 0), 0),
  )
}

interface Row {
  readonly terms: readonly string[]
  readonly sum: number
}

function rowOf({ total, parts }: Relation, hidden: ReadonlySet<number>, values: readonly number[]): Row {
  const terms = [...parts.map((cell) => [cell, 1] as const), [total, -1] as const]
  const open = terms.filter(([cell]) => hidden.has(cell))
  const known = terms.filter(([cell]) => !hidden.has(cell))
  return {
    terms: open.map(([cell, sign]) => `${sign < 0 ? '-' : '+'} x${cell}`),
    sum: -known.reduce((sum, [cell, sign]) => sum + sign * (values[cell] ?? 0), 0),
  }
}

/** In the LP format, which wants short lines. */
function programOf(
  rows: readonly Row[],
  cells: CellSystem['cells'],
  hidden: ReadonlySet<number>,
): (whole: boolean) => string {
  const used = [...hidden].filter((cell) => cells[cell] !== undefined)
  const bounds = used.map((cell) => {
    const { low = 0, high = Infinity } = cells[cell] ?? {}
    return high === Infinity ? ` x${cell} >= ${low}` : ` ${low} <= x${cell} <= ${high}`
  })
  const sums = rows.flatMap(({ terms, sum }, at) =>
    terms.length === 0 ? [] : [` r${at}: ${terms.join('\n  ')} = ${sum}`],
  )
  const start = ['Minimize', ` obj: 0 x${used[0] ?? 0}`, 'Subject To', ...sums, 'Bounds', ...bounds]
  const names = used.map((cell) => ` x${cell}`)
  return (whole) => [...start, ...(whole ? ['General', ...names] : []), 'End', ''].join('\n')
}
