/** A second, independent reader of CSV: cells by row, the header first. */
export function plainCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [['']]
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    const row = rows.at(-1) ?? []
    if (quoted && character === '"' && text.charAt(at + 1) === '"') row.push(`${row.pop() ?? ''}${text.charAt(++at)}`)
    else if (character === '"') quoted = !quoted
    else if (!quoted && character === ',') row.push('')
    else if (!quoted && character === '\n') rows.push([''])
    else if (quoted || character !== '\r') row.push(`${row.pop() ?? ''}${character}`)
  }
  return rows.filter((row) => row.length > 1 || row[0] !== '')
}
