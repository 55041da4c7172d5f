import Papa, { type ParseStepResult } from 'papaparse'
import { dialectOf, showsDialect, type CsvDialect } from './csv-dialect.ts'

/** One row as it stands in the file. */
export interface CsvRow {
  /** The line of the file, from 1, on which the row begins. */
  readonly line: number
  readonly cells: readonly string[]
  /** `quotes`: they do not match, so the cells cannot be trusted. `tooLong`: nothing after it can be read. */
  readonly fault: 'quotes' | 'tooLong' | null
}

/** The longest row that is read, in UTF-16 units. It bounds what an open quote can hold in memory. */
export const LONGEST_ROW = 1_000_000

/**
 * The rows of a text that comes in pieces. Holds one piece and one unfinished row at a time. Lines with
 * nothing on them are no rows.
 *
 * @param isKnown tells the separator: whether a header is a column of the questionnaire
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  isKnown: (header: string) => boolean,
): AsyncGenerator<CsvRow> {
  let dialect: CsvDialect | null = null
  let rest = ''
  let line = 1
  const read = (last: boolean): readonly CsvRow[] => {
    dialect ??= dialectOf(rest, isKnown)
    const taken = takeRows(rest, dialect, line, last)
    rest = rest.slice(taken.characters)
    line = taken.line
    return taken.rows
  }
  for await (const piece of text) {
    rest += piece
    if (dialect !== null || showsDialect(rest)) yield* read(false)
    if (rest.length > LONGEST_ROW) {
      yield { line, cells: [], fault: 'tooLong' }
      return
    }
  }
  yield* read(true)
}

interface Taken {
  readonly rows: readonly CsvRow[]
  /** How much of the text they took, and the line after it. */
  readonly characters: number
  readonly line: number
}

function takeRows(text: string, dialect: CsvDialect, firstLine: number, last: boolean): Taken {
  const rows: CsvRow[] = []
  let characters = 0
  let line = firstLine
  const parser = new Papa.Parser({
    delimiter: dialect.separator,
    newline: dialect.newline,
    step: ({ data, errors, meta }: ParseStepResult<readonly string[][]>) => {
      const raw = text.slice(characters, meta.cursor)
      const cells = data[0]
      if (cells && raw.trim() !== '') rows.push({ line, cells, fault: errors.length > 0 ? 'quotes' : null })
      characters = meta.cursor
      line += raw.match(/\r\n|\n|\r/g)?.length ?? 0
    },
  })
  parser.parse(text, 0, !last)
  return { rows, characters, line }
}
