import type { AnswerValue, CheckedAnswers, Questionnaire } from '@klankbord/model'
import { valueAt } from '@klankbord/questionnaire'
import { csvColumns, type CsvColumn } from './csv-column.ts'
import { completeRecord } from './complete-record.ts'
import { csvLine } from './csv-line.ts'
import { guardFormula } from './formula-guard.ts'

/** How the file is laid out. */
export interface CsvLayout {
  /** Spreadsheets with Dutch settings open a file with semicolons as a table. */
  readonly separator?: ',' | ';'
  /** Lets a spreadsheet see that the file is UTF-8. */
  readonly byteOrderMark?: boolean
}

/**
 * Writes responses as CSV, row by row: the columns of `csvColumns`, rows end with a carriage return and a line feed.
 * `readResponsesCsv` gives the same records back (the choices of a checkbox in the order of its options). A question that was skipped or not asked is an empty cell: routing
 * tells the two apart when the file is read again.
 *
 * @param records in any order; one at a time is held
 * @example for await (const text of writeResponsesCsv(questionnaire, records)) response.write(text)
 * @throws Problem `unknownAnswer`, `optionNotOffered` or `outcomeMissing` for a record that is not of this questionnaire,
 * or not whole: an answer never disappears
 */
export async function* writeResponsesCsv(
  questionnaire: Questionnaire,
  records: AsyncIterable<CheckedAnswers> | Iterable<CheckedAnswers>,
  layout: CsvLayout = {},
): AsyncGenerator<string, void, undefined> {
  const columns = csvColumns(questionnaire)
  const separator = layout.separator ?? ','
  yield (
    (layout.byteOrderMark === true ? '\uFEFF' : '') +
    csvLine(
      columns.map((column) => column.header),
      separator,
    )
  )
  const refuseIncomplete = completeRecord(columns)
  for await (const record of records) {
    refuseIncomplete(record)
    yield csvLine(
      columns.map((column) => cellOf(valueAt(column.variable.source, record), column)),
      separator,
    )
  }
}

function cellOf(value: AnswerValue | undefined, { option }: CsvColumn): string {
  if (value === undefined) return ''
  if (option !== undefined) return Array.isArray(value) && value.includes(option.value) ? '1' : '0'
  return typeof value === 'string' ? guardFormula(value) : JSON.stringify(value)
}
