/** Rows of a list are many, columns few: the names of columns stand in the first line. */
const LONGEST_FIRST_LINE = 20_000

/**
 * A list as text. Excel writes UTF-8 or, in older versions and by its usual choice in the Netherlands, Windows-1252.
 *
 * @example textOfList(new TextEncoder().encode('naam')) // 'naam'
 */
export function textOfList(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/**
 * The names in the first line, as they stand there. Separated by what occurs most of: semicolon, comma or tab.
 *
 * @example headersOf('Naam;"Straat, huisnummer"\n…') // ['Naam', 'Straat, huisnummer']
 */
export function headersOf(text: string): readonly string[] {
  const line = (/^\uFEFF?([^\r\n]*)/.exec(text.slice(0, LONGEST_FIRST_LINE))?.[1] ?? '').trim()
  const separators = [';', ',', '\t'].map((separator) => ({ separator, cells: cellsOf(line, separator) }))
  const best = separators.toSorted((one, other) => other.cells.length - one.cells.length)[0]
  return (best?.cells ?? []).filter((cell) => cell !== '')
}

function cellsOf(line: string, separator: string): readonly string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (const sign of line) {
    if (sign === '"') quoted = !quoted
    else if (sign === separator && !quoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += sign
  }
  return [...cells, cell.trim()]
}
