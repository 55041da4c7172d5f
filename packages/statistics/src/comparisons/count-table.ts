import { notComputed, problem, type NotComputed } from '@klankbord/model'

/** The margins of a table of counts. */
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
export function countTable(table: readonly (readonly number[])[]): CountedTable | NotComputed {
  const width = requireTable(table)
  const cells = table.flat()
  for (const count of cells) {
    if (!Number.isSafeInteger(count) || count < 0) throw problem('countOutOfRange', { count, n: count })
  }
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columns = Array.from({ length: width }, (_, c) => table.reduce((sum, row) => sum + (row[c] ?? 0), 0))
  const all = rows.reduce((sum, count) => sum + count, 0)
  if (all === 0) return notComputed('noAnswers')
  return rows.includes(0) || columns.includes(0) ? notComputed('emptyMargin') : { rows, columns, all }
}

/** @throws Problem `tableNotRectangular` unless there are two rows and two columns or more, all full */
export function requireTable(table: readonly (readonly number[])[]): number {
  const lengths = table.map((row) => row.length)
  const width = lengths[0] ?? 0
  if (lengths.length < 2 || width < 2 || lengths.some((length) => length !== width)) {
    throw problem('tableNotRectangular', { lengths })
  }
  return width
}
