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
 * are not named are not read, so that the answers themselves may stand beside their codes.
 *
 * @param columns the coders to read, in this order; all columns unless told
 * @example await readCodingsCsv('Bo,Ali\nwaiting,staff\n') // { coders: ['Bo', 'Ali'], answers: [['waiting', 'staff']] }
 * @throws Problem `codingsFileRefused`, with the line
 */
export async function readCodingsCsv(text: string, columns?: readonly string[]): Promise<Codings> {
  const answers: string[][] = []
  const named = columns?.map(headerOf)
  const isKnown = (header: string): boolean => named?.includes(header) ?? true
  let coders: readonly string[] | null = null
  let places: readonly number[] = []
  let width = 0
  for await (const { line, cells, fault } of csvRows(csvText(text), isKnown)) {
    if (fault !== null) throw refusedAt(line, 'matching quotes, and no endless row')
    const trimmed = cells.map((cell) => cell.trim())
    if (coders === null) {
      coders = columns ?? trimmed
      places = requireColumns(line, trimmed.map(headerOf), coders.map(headerOf))
      width = cells.length
      continue
    }
    if (cells.length !== width) throw refusedAt(line, `${width} cells`)
    answers.push(places.map((place) => trimmed[place] ?? ''))
  }
  if (coders === null || answers.length === 0)
    throw refusedAt(1, 'a row for each answer, below the names of the coders')
  return { coders, answers }
}

function requireColumns(line: number, headers: readonly string[], coders: readonly string[]): readonly number[] {
  const places = coders.map((coder) => headers.indexOf(coder))
  if (coders.length < 2 || coders.includes('') || places.includes(-1) || new Set(coders).size < coders.length)
    throw refusedAt(line, 'the names of at least two coders, each once, as they were asked for')
  return places
}

function refusedAt(line: number, expected: string): Error {
  return problem('codingsFileRefused', { line, expected })
}
