/**
 * The codes or numbers that somebody typed or pasted: one a line, or separated by commas, semicolons or tabs. Of a row of a
 * table only the first cell is one, so a whole column of a spreadsheet may be pasted with what stands beside it.
 *
 * @example namedInvitations('K7M-D93-XWPN\nid;naam\n') // ['K7M-D93-XWPN']
 */
export function namedInvitations(typed: string): readonly string[] {
  const lines = typed
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [only] = lines
  const cells =
    lines.length === 1 && only !== undefined
      ? only.split(/[,;\t]/)
      : lines.map((line) => line.split(/[,;\t]/, 1)[0] ?? '')
  const named = cells.map((cell) => cell.replaceAll('"', '').trim()).filter((cell) => cell !== '')
  return [...new Set(named.filter((cell) => !HEADERS.has(cell.toLowerCase())))]
}

const HEADERS: ReadonlySet<string> = new Set(['id', 'code'])
