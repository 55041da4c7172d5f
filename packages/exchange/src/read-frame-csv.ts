import { finding, type Contact } from '@klankbord/model'
import { CONTACT_COLUMNS, type ContactColumn } from './contact-columns.ts'
import { headerOf } from './csv-dialect.ts'
import type { ColumnFinding } from './csv-header.ts'
import { csvRows, LONGEST_ROW } from './csv-rows.ts'
import { csvText, NotUtf8, type CsvSource } from './csv-text.ts'
import { readPerson, wholeFile } from './read-contacts-csv.ts'
import type { RefusedRow } from './read-responses-csv.ts'

/** Somebody on a list that a sample is drawn from, with the line where the row begins. */
export interface FrameCsvRow {
  readonly line: number
  readonly contact: Contact
  /** Empty where the file has no such column, or nothing in it. */
  readonly stratum: string
  readonly household: string
  /** Why this person may not be drawn. */
  readonly excluded: string
}

const text = CONTACT_COLUMNS[0] as ContactColumn
const STRATUM = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u

/** The columns of a list, beside those of contacts. */
const OWN: readonly ContactColumn[] = [
  {
    header: 'stratum',
    expected: 'up to 80 letters, digits, spaces, points and hyphens, a letter or digit first',
    takes: (cell) => STRATUM.test(cell),
  },
  { header: 'household', expected: text.expected, takes: text.takes },
  { header: 'excluded', expected: text.expected, takes: text.takes },
]

/** What a list may say of somebody. */
export const FRAME_COLUMNS: readonly string[] = [...CONTACT_COLUMNS, ...OWN].map(({ header }) => header)

/**
 * Reads a list from CSV, row by row, as `readContactsCsv` does, with three columns more: `stratum`, `household` (alike for
 * people at one address) and `excluded` (a reason). Lists come out of other systems with other names and far more in them,
 * so columns may be named, and what is not asked for is not read.
 *
 * @param named the header in the file, by our name of the column: { name: 'Naam' }
 */
export async function* readFrameCsv(
  source: CsvSource,
  named: Readonly<Record<string, string>> = {},
): AsyncGenerator<FrameCsvRow | RefusedRow, void, undefined> {
  const known = new Map(
    [...CONTACT_COLUMNS, ...OWN].map((column) => [headerOf(named[column.header] ?? column.header), column]),
  )
  let places: readonly (ContactColumn | null)[] | null = null
  let line = 1
  try {
    for await (const row of csvRows(csvText(source), (header) => known.has(header))) {
      line = row.line
      if (row.fault === 'tooLong') return yield wholeFile(line, finding('csvRowTooLong', '', { longest: LONGEST_ROW }))
      if (places === null) {
        const headers = row.cells.map(headerOf)
        const faults = headerFaults(headers, known, named)
        if (faults.length > 0) return yield { line, refused: 'file', findings: faults }
        places = headers.map((header) => known.get(header) ?? null)
        continue
      }
      const read = readPerson(row, places)
      if ('refused' in read) yield read
      else {
        const cell = (name: string): string => read.filled.get(name) ?? ''
        const { contact } = read
        yield { line, contact, stratum: cell('stratum'), household: cell('household'), excluded: cell('excluded') }
      }
    }
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error
    return yield wholeFile(line, finding('csvNotUtf8', '', { line }))
  }
  if (places === null) yield wholeFile(line, finding('contactsWithoutHeader', '', { expected: [...known.keys()] }))
}

/** A column that somebody named has to be there, and so has the name. None of the cells is repeated: it may be a person. */
function headerFaults(
  given: readonly string[],
  known: ReadonlyMap<string, ContactColumn>,
  named: Readonly<Record<string, string>>,
): readonly ColumnFinding[] {
  if (given.every((header) => !known.has(header)))
    return [{ ...finding('contactsWithoutHeader', '', { expected: [...known.keys()] }), column: '' }]
  const needed = [...new Set(['name', ...Object.keys(named)])].map((name) => headerOf(named[name] ?? name))
  const missing = needed.filter((header) => !given.includes(header))
  const twice = [...known.keys()].filter((header) => given.indexOf(header) !== given.lastIndexOf(header))
  return [
    ...missing.map((column) => ({ ...finding('contactsMissingColumn', '', { column }), column })),
    ...twice.map((column) => ({ ...finding('csvDuplicateColumn', '', { column }), column })),
  ]
}
