import { finding, type Answers, type Empties, type Finding, type Questionnaire } from '@klankbord/model'
import { check } from '@klankbord/questionnaire'
import { cellAnswers } from './cell-answers.ts'
import { csvColumns, type CsvColumn } from './csv-column.ts'
import { matchHeader, withoutHeader, type ColumnFinding } from './csv-header.ts'
import { csvRows, LONGEST_ROW, type CsvRow } from './csv-rows.ts'
import { csvText, NotUtf8, type CsvSource } from './csv-text.ts'

export type { ColumnFinding } from './csv-header.ts'

/** A row whose answers passed `check`. It is a `CheckedAnswers` with the line where the row begins. */
export interface ResponseRow {
  readonly line: number
  readonly answers: Answers
  readonly empties: Empties
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
 * Reads responses from CSV, row by row and in bounded memory, and holds each against the same `check` as
 * an answer from a respondent. Nothing is repaired: a row passes whole or is refused with its findings.
 *
 * Taken as it comes: UTF-8 with or without byte order mark; comma or semicolon; any line end; the columns in
 * any order and in capitals or not. An empty cell is no answer. A choice is the value of its option, a kind
 * of empty too. A checkbox has a column `NAME__CODE` with 1 or 0 for each option. A number has a point as
 * decimal sign. The apostrophe that `writeResponsesCsv` puts before a formula is taken away.
 *
 * An unknown, missing or repeated column refuses the file before any row: a question without a column would
 * otherwise make everybody look as if they had skipped it.
 *
 * @param source a readable stream of Node, any other sequence of pieces, or the text itself
 * @example
 * for await (const row of readResponsesCsv('t1\n1\n9\n', questionnaire)) {
 *   if ('findings' in row) console.error(row.line, row.findings[0]?.code) // 3 optionNotOffered
 * }
 * @throws what the source itself throws
 */
export async function* readResponsesCsv(
  source: CsvSource,
  questionnaire: Questionnaire,
): AsyncGenerator<ReadOutcome, void, undefined> {
  const columns = csvColumns(questionnaire)
  const known = new Set(columns.map((column) => column.header))
  let order: readonly CsvColumn[] | null = null
  let line = 1
  try {
    for await (const row of csvRows(csvText(source), (header) => known.has(header))) {
      line = row.line
      if (row.fault === 'tooLong')
        return yield refuse(row, 'file', finding('csvRowTooLong', '', { longest: LONGEST_ROW }))
      if (order !== null) {
        yield readRow(row, order, questionnaire)
        continue
      }
      const header = matchHeader(row.cells, columns)
      if (header.columns === null) return yield { line, refused: 'file', findings: header.findings }
      order = header.columns
    }
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error
    return yield refuse({ line }, 'file', finding('csvNotUtf8', '', { line }))
  }
  if (order === null) yield { line, refused: 'file', findings: [withoutHeader(columns)] }
}

function readRow(row: CsvRow, columns: readonly CsvColumn[], questionnaire: Questionnaire): ReadOutcome {
  const { line, cells } = row
  if (row.fault === 'quotes') return refuse(row, 'row', finding('csvQuotes', '', { line }))
  const count = { found: cells.length, expected: columns.length }
  if (count.found < count.expected) return refuse(row, 'row', finding('csvTooFewCells', '', count))
  if (count.found > count.expected) return refuse(row, 'row', finding('csvTooManyCells', '', count))
  const read = cellAnswers(cells, columns)
  if (read.findings.length > 0) return { line, refused: 'row', findings: read.findings }
  const result = check(questionnaire, read.answers)
  return result.ok
    ? { line, answers: result.checked.answers, empties: result.checked.empties }
    : { line, refused: 'row', findings: result.findings.map(withColumn) }
}

function refuse({ line }: { readonly line: number }, refused: 'row' | 'file', fault: Finding): RefusedRow {
  return { line, refused, findings: [{ ...fault, column: '' }] }
}

/** A finding about a checkbox as a whole names the question, whose columns begin with that name. */
function withColumn(fault: Finding): ColumnFinding {
  return { ...fault, column: fault.path.split('/')[2] ?? '' }
}
