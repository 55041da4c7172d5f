import { notComputed, problem, type NotComputed } from '@klankbord/model'
import { sumOf } from '../summaries/sum-of.ts'

/** Rows of cells. */
export type Table = readonly (readonly number[])[]

/** The margins of a table. */
export interface CountedTable {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly all: number
}

/**
 * Checks a table of people and adds up its margins.
 *
 * @throws Problem `tableNotRectangular`, `countOutOfRange`
 */
export function countTable(table: Table): CountedTable | NotComputed {
  for (const count of table.flat()) {
    if (!Number.isSafeInteger(count) || count < 0) throw problem('countOutOfRange', { count, n: count })
  }
  return marginsOf(table)
}

/**
 * The margins of a table of people or of their weights. Not computed: `noAnswers`; `emptyMargin`.
 *
 * @throws Problem `tableNotRectangular` unless there are two rows and two columns or more, all full
 */
export function marginsOf(table: Table): CountedTable | NotComputed {
  const lengths = table.map((row) => row.length)
  const width = lengths[0] ?? 0
  if (lengths.length < 2 || width < 2 || lengths.some((length) => length !== width)) {
    throw problem('tableNotRectangular', { lengths })
  }
  const rows = table.map(sumOf)
  const columns = Array.from({ length: width }, (_, c) => sumOf(table.map((row) => row[c] ?? 0)))
  const all = sumOf(rows)
  if (all === 0) return notComputed('noAnswers')
  return rows.includes(0) || columns.includes(0) ? notComputed('emptyMargin') : { rows, columns, all }
}

/** What each cell would be if rows and columns had nothing to do with each other. */
export function expectedCells({ rows, columns, all }: CountedTable): Table {
  return rows.map((row) => columns.map((column) => (row * column) / all))
}

/** Pearson's statistic. `correction` is what is taken off each distance: a half by Yates. */
export function pearson(table: Table, expected: Table, correction = 0): number {
  return sumOf(
    table.flatMap((row, r) =>
      row.map((count, c) => {
        const expects = expected[r]?.[c] ?? 0
        return Math.max(0, Math.abs(count - expects) - correction) ** 2 / expects
      }),
    ),
  )
}
