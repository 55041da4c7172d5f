import { finding, type CheckedAnswers, type Clock, type Finding, type Questionnaire } from '@klankbord/model'
import { checkRecord, type Checked } from '@klankbord/questionnaire'
import { cellReader, type CellAnswers } from './cell-reader.ts'
import { citizenNumberFaults } from './citizen-number-faults.ts'
import { columnOfPath } from './column-of-path.ts'
import { csvColumns } from './csv-column.ts'
import { matchHeader, withoutHeader, type ColumnFinding } from './csv-header.ts'
import { csvRows, LONGEST_ROW, type CsvRow } from './csv-rows.ts'
import { csvText, NotUtf8, type CsvSource } from './csv-text.ts'

export type { ColumnFinding } from './csv-header.ts'

/** A row whose answers passed `check`, with the line where it begins. */
export interface ResponseRow extends CheckedAnswers {
  readonly line: number
}

/** A row, or the file from here on, that cannot be taken. */
export interface RefusedRow {
  readonly line: number
  /** `file`: nothing else follows. `row`: the other rows stand. */
  readonly refused: 'row' | 'file'
  readonly findings: readonly ColumnFinding[]
}

export type ReadOutcome = ResponseRow | RefusedRow

/**
 * Reads responses from CSV, row by row and in bounded memory, and holds each against the same closed
 * world as an answer from a respondent (`checkRecord`). Nothing is repaired: a row passes whole or is refused with its findings.
 *
 * Taken as it comes: UTF-8 with or without byte order mark; comma or semicolon; any line end; the columns in
 * any order and in capitals or not. An empty cell is no answer. A choice is the value of its option, a kind
 * of empty too. A checkbox has a column `NAME__CODE` with 1 or 0 for each option. A number has a point as
 * decimal sign. A ranking has the place of each option, a question in panels their number and a column for each
 * question in each panel. Worked-out values and durations are worked out again; the outcome of answers that are not
 * stored is true or false. The apostrophe that `writeResponsesCsv` puts before a formula is taken away.
 *
 * An unknown, missing or repeated column refuses the file before any row: a question without a column would
 * otherwise make everybody look as if they had skipped it.
 *
 * @param source a readable stream of Node, any other sequence of pieces, or the text itself
 * @param clock for a questionnaire with `today()`: the day that the answers are taken to be of
 * @example
 * for await (const row of readResponsesCsv('t1\n1\n9\n', questionnaire)) {
 *   if ('findings' in row) console.error(row.line, row.findings[0]?.code) // 3 optionNotOffered
 * }
 * @throws what the source itself throws
 */
export async function* readResponsesCsv(
  source: CsvSource,
  questionnaire: Questionnaire,
  clock?: Clock,
): AsyncGenerator<ReadOutcome, void, undefined> {
  const columns = csvColumns(questionnaire)
  const known = new Set(columns.map((column) => column.header))
  let layout: RowLayout | null = null
  let line = 1
  try {
    for await (const row of csvRows(csvText(source), (header) => known.has(header))) {
      line = row.line
      if (row.fault === 'tooLong')
        return yield refuse(row, 'file', finding('csvRowTooLong', '', { longest: LONGEST_ROW }))
      if (layout !== null) {
        yield readRow(row, layout, ({ answers, outcomes }) => checkRecord(questionnaire, answers, outcomes, clock))
        continue
      }
      const header = matchHeader(row.cells, columns)
      if (header.columns === null) return yield { line, refused: 'file', findings: header.findings }
      layout = {
        columns: header.columns.length,
        read: cellReader(header.columns),
        numbers: citizenNumberFaults(header.columns),
      }
    }
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error
    return yield refuse({ line }, 'file', finding('csvNotUtf8', '', { line }))
  }
  if (layout === null) yield { line, refused: 'file', findings: [withoutHeader(columns)] }
}

/** What the first row of a file says about the others. */
interface RowLayout {
  readonly columns: number
  readonly read: (cells: readonly string[]) => CellAnswers
  readonly numbers: (cells: readonly string[]) => readonly ColumnFinding[]
}

function readRow(
  row: CsvRow,
  { columns, read, numbers }: RowLayout,
  held: (cells: CellAnswers) => Checked,
): ReadOutcome {
  const { line, cells } = row
  if (row.fault === 'quotes') return refuse(row, 'row', finding('csvQuotes', '', { line }))
  const count = { found: cells.length, expected: columns }
  if (count.found < count.expected) return refuse(row, 'row', finding('csvTooFewCells', '', count))
  if (count.found > count.expected) return refuse(row, 'row', finding('csvTooManyCells', '', count))
  const said = read(cells)
  const findings = [...numbers(cells), ...said.findings]
  if (findings.length > 0) return { line, refused: 'row', findings }
  const result = held(said)
  return result.ok ? { line, ...result.checked } : { line, refused: 'row', findings: result.findings.map(withColumn) }
}

function refuse({ line }: { readonly line: number }, refused: 'row' | 'file', fault: Finding): RefusedRow {
  return { line, refused, findings: [{ ...fault, column: '' }] }
}

/** A finding about a checkbox or a ranking as a whole names the question, whose columns begin with that name. */
function withColumn(fault: Finding): ColumnFinding {
  return { ...fault, column: columnOfPath(fault.path) }
}
