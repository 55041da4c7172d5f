import { finding, type Finding } from '@klankbord/model'
import type { CsvColumn } from './csv-column.ts'
import { headerOf } from './csv-dialect.ts'

/** A finding with the column of the file that it is about; empty when it is about a whole row or file. */
export type ColumnFinding = Finding & { readonly column: string }

/** The columns in the order of the file, or why the file cannot be read. */
export type Header =
  | { readonly columns: readonly CsvColumn[]; readonly findings: readonly [] }
  | { readonly columns: null; readonly findings: readonly ColumnFinding[] }

/**
 * Matches the cells of the first row with the columns of the questionnaire. All of them must be there, once,
 * in any order. When no cell is known the row is probably a person's answers, so that none is repeated.
 */
export function matchHeader(cells: readonly string[], columns: readonly CsvColumn[]): Header {
  const known = new Map(columns.map((column) => [column.header, column]))
  const given = cells.map(headerOf)
  const matched = given.flatMap((header) => known.get(header) ?? [])
  if (matched.length === 0) return { columns: null, findings: [withoutHeader(columns)] }
  const findings = [
    ...given.flatMap((header, place) => unknownOrTwice(header, given.indexOf(header) < place, known)),
    ...columns.filter(({ header }) => !given.includes(header)).map(({ header }) => missing(header)),
  ]
  return findings.length > 0 ? { columns: null, findings } : { columns: matched, findings: [] }
}

/** A file whose first row names no column, or that has no row at all. */
export function withoutHeader(columns: readonly CsvColumn[]): ColumnFinding {
  const expected = columns.map((column) => column.header)
  return { ...finding('csvWithoutHeader', '', { expected }), column: '' }
}

function unknownOrTwice(
  column: string,
  twice: boolean,
  known: ReadonlyMap<string, CsvColumn>,
): readonly ColumnFinding[] {
  if (!known.has(column)) {
    return [{ ...finding('csvUnknownColumn', '', { column, known: [...known.keys()] }), column }]
  }
  return twice ? [{ ...finding('csvDuplicateColumn', '', { column }), column }] : []
}

function missing(column: string): ColumnFinding {
  return { ...finding('csvMissingColumn', '', { column }), column }
}
