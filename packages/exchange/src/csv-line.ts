import Papa from 'papaparse'

/**
 * One row with its line end. Both separators are quoted, since a file with one column does not show which of the two it uses. A row that
 * would be empty is written as an empty text, for a line with nothing on it is no row.
 */
export function csvLine(cells: readonly string[], separator: string): string {
  const line = Papa.unparse([[...cells]], { delimiter: separator, newline: '\r\n', quotes: holdsSeparator })
  return `${line === '' ? '""' : line}\r\n`
}

const holdsSeparator = (cell: unknown): boolean => typeof cell === 'string' && /[,;]/.test(cell)
