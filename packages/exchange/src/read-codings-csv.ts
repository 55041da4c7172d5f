import { problem } from '@klankbord/model'
import { headerOf } from './csv-dialect.ts'
import { csvRows } from './csv-rows.ts'
import { csvText } from './csv-text.ts'

/** Which codes people gave to answers in own words. */
export interface Codings {
  /** Who coded: the headers of the columns. */
  readonly coders: readonly string[]
  /** Per answer what each of them gave; empty where somebody gave nothing. */
  readonly answers: readonly (readonly string[])[]
}

/**
 * Reads codings from CSV: a row for each answer and a column for each coder. Separated by commas or semicolons. Columns that
 * are not named are not read, so that the answers themselves or their numbers may stand beside their codes. Nothing is guessed:
 * a column of numbers counted as a coder would spoil every figure without a sign of it.
 *
 * @param columns the coders to read, in this order
 * @example await readCodingsCsv('answer,Bo,Ali\n1,waiting,staff\n', ['Bo', 'Ali']) // { coders: ['Bo', 'Ali'], answers: [['waiting', 'staff']] }
 * @throws Problem `codersToName` with fewer than two, or one twice; `unknownCoder`, with the columns that there are;
 *   `codingsFileRefused`, with the line
 */
export async function readCodingsCsv(text: string, columns: readonly string[]): Promise<Codings> {
  const answers: string[][] = []
  const named = columns.map(headerOf)
  const isKnown = (header: string): boolean => named.length === 0 || named.includes(header)
  let places: readonly number[] | null = null
  let width = 0
  for await (const { line, cells, fault } of csvRows(csvText(text), isKnown)) {
    if (fault !== null) throw refusedAt(line, 'matching quotes, and no endless row')
    const trimmed = cells.map((cell) => cell.trim())
    if (places === null) {
      places = requireColumns(trimmed, columns)
      width = cells.length
      continue
    }
    if (cells.length !== width) throw refusedAt(line, `${width} cells`)
    answers.push(places.map((place) => trimmed[place] ?? ''))
  }
  if (answers.length === 0) throw refusedAt(1, 'a row for each answer, below the names of the coders')
  return { coders: columns, answers }
}

function requireColumns(headers: readonly string[], coders: readonly string[]): readonly number[] {
  const found = headers.map(headerOf)
  const named = coders.map(headerOf)
  if (named.length < 2 || new Set(named).size < named.length) throw problem('codersToName', { columns: headers })
  return named.map((name, place) => {
    const column = found.indexOf(name)
    if (name !== '' && column >= 0) return column
    throw problem('unknownCoder', { coder: coders[place] ?? '', columns: headers })
  })
}

function refusedAt(line: number, expected: string): Error {
  return problem('codingsFileRefused', { line, expected })
}
