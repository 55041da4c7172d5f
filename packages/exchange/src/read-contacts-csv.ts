import { finding, type Contact, type Finding } from '@klankbord/model'
import { CONTACT_COLUMNS, contactOf, routesOf, type ContactColumn } from './contact-columns.ts'
import { headerOf } from './csv-dialect.ts'
import type { ColumnFinding } from './csv-header.ts'
import { csvRows, LONGEST_ROW, type CsvRow } from './csv-rows.ts'
import { csvText, NotUtf8, type CsvSource } from './csv-text.ts'
import { unguardFormula } from './formula-guard.ts'
import type { RefusedRow } from './read-responses-csv.ts'

/** A contact with the line where its row begins. */
export interface ContactRow {
  readonly line: number
  readonly contact: Contact
}

const KNOWN: ReadonlyMap<string, ContactColumn> = new Map(CONTACT_COLUMNS.map((column) => [column.header, column]))
const HEADERS: readonly string[] = [...KNOWN.keys()]

/**
 * Reads contacts from CSV, row by row. UTF-8 with or without byte order mark; comma or semicolon; any line end; columns in
 * any order: `name` and any of `address1` to `address4`, `email`, `phone`, `language`, `reach_by` (letter, email, phone,
 * text) and `consent` (which text the person agreed to). A row needs a name and a way to reach somebody.
 *
 * No finding repeats what stands in a cell.
 *
 * @throws what the source itself throws
 * @example
 * for await (const row of readContactsCsv('name;email\nBo;bo@voorbeeldstad.example\n')) console.log(row.line) // 2
 */
export async function* readContactsCsv(source: CsvSource): AsyncGenerator<ContactRow | RefusedRow, void, undefined> {
  let columns: readonly ContactColumn[] | null = null
  let line = 1
  try {
    for await (const row of csvRows(csvText(source), (header) => KNOWN.has(header))) {
      line = row.line
      if (row.fault === 'tooLong') return yield wholeFile(line, finding('csvRowTooLong', '', { longest: LONGEST_ROW }))
      if (columns !== null) {
        yield readRow(row, columns)
        continue
      }
      const faults = headerFaults(row.cells.map(headerOf))
      if (faults.length > 0) return yield { line, refused: 'file', findings: faults }
      columns = row.cells.flatMap((cell) => KNOWN.get(headerOf(cell)) ?? [])
    }
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error
    return yield wholeFile(line, finding('csvNotUtf8', '', { line }))
  }
  if (columns === null) yield wholeFile(line, withoutHeader())
}

/** When no cell is known the row is probably a person, so that none is repeated. */
function headerFaults(given: readonly string[]): readonly ColumnFinding[] {
  if (given.every((header) => !KNOWN.has(header))) return [{ ...withoutHeader(), column: '' }]
  return [
    ...given.flatMap((column, place): readonly ColumnFinding[] => {
      if (!KNOWN.has(column)) return [{ ...finding('contactsUnknownColumn', '', { column, known: HEADERS }), column }]
      return given.indexOf(column) < place ? [{ ...finding('csvDuplicateColumn', '', { column }), column }] : []
    }),
    ...(given.includes('name')
      ? []
      : [{ ...finding('contactsMissingColumn', '', { column: 'name' }), column: 'name' }]),
  ]
}

function readRow(row: CsvRow, columns: readonly ContactColumn[]): ContactRow | RefusedRow {
  const read = readPerson(row, columns)
  return 'refused' in read ? read : { line: row.line, contact: read.contact }
}

/** The person of a row, and all cells that say something, by column. Cells of a column that is null are not looked at. */
export function readPerson(
  { line, cells, fault }: CsvRow,
  columns: readonly (ContactColumn | null)[],
): { readonly contact: Contact; readonly filled: ReadonlyMap<string, string> } | RefusedRow {
  const count = { found: cells.length, expected: columns.length }
  const shape =
    fault === 'quotes'
      ? finding('csvQuotes', '', { line })
      : count.found < count.expected
        ? finding('csvTooFewCells', '', count)
        : count.found > count.expected
          ? finding('csvTooManyCells', '', count)
          : null
  if (shape !== null) return { line, refused: 'row', findings: [{ ...shape, column: '' }] }
  const filled = new Map<string, string>()
  const findings: ColumnFinding[] = []
  for (const [place, column] of columns.entries()) {
    if (column === null) continue
    const cell = unguardFormula(cells[place] ?? '').trim()
    if (cell !== '' && column.takes(cell)) filled.set(column.header, cell)
    else if (cell !== '' || column.header === 'name') findings.push(wrongCell(column))
  }
  if (findings.length > 0) return { line, refused: 'row', findings }
  const contact = contactOf(filled)
  const needed = routesOf(contact.reachBy)
  return needed.some((header) => filled.has(header))
    ? { contact, filled }
    : {
        line,
        refused: 'row',
        findings: [{ ...finding('contactNotReachable', '', { needed }), column: needed[0] ?? '' }],
      }
}

function wrongCell({ header: column, expected }: ContactColumn): ColumnFinding {
  return { ...finding('contactCellWrong', '', { column, expected }), column }
}

function withoutHeader(): Finding {
  return finding('contactsWithoutHeader', '', { expected: HEADERS })
}

/** What is said when a file cannot be taken at all. */
export function wholeFile(line: number, fault: Finding): RefusedRow {
  return { line, refused: 'file', findings: [{ ...fault, column: '' }] }
}
