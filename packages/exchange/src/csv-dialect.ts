/** How a file separates its cells and its rows. */
export interface CsvDialect {
  readonly separator: ',' | ';'
  readonly newline: '\r\n' | '\n' | '\r'
}

const LINE_END = /\r\n|\n|\r/
/** A line with something on it and the character after its end, which tells `\r` from `\r\n`. */
const WHOLE_LINE = /\S[^\r\n]*(?:\n|\r[\s\S])/

/** Whether the text holds enough to tell the dialect. */
export function showsDialect(text: string): boolean {
  return WHOLE_LINE.test(text)
}

/**
 * Reads the dialect from the first line with something on it. The separator is the one that finds most of
 * the known columns; a comma where both find as many.
 *
 * @example dialectOf('t1;t2\r\n1;2', (header) => header === 't2') // { separator: ';', newline: '\r\n' }
 */
export function dialectOf(text: string, isKnown: (header: string) => boolean): CsvDialect {
  const line = text.split(LINE_END).find((candidate) => candidate.trim() !== '') ?? ''
  const found = (separator: string): number =>
    line.split(separator).filter((cell) => isKnown(headerOf(cell.replace(/^\s*"(.*)"\s*$/, '$1')))).length
  return {
    separator: found(';') > found(',') ? ';' : ',',
    newline: (LINE_END.exec(text)?.[0] ?? '\n') as CsvDialect['newline'],
  }
}

/**
 * The column that a header cell names. Names are lower case and unique, so capitals and the spaces around
 * them say nothing.
 */
export function headerOf(cell: string): string {
  return cell.trim().toLowerCase()
}
