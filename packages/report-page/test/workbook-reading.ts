import { strFromU8, unzipSync } from 'fflate'

/** The sheets of a workbook by their names: rows of texts and numbers; an empty cell is undefined. */
export function workbookOf(
  bytes: Uint8Array,
): ReadonlyMap<string, readonly (readonly (string | number | undefined)[])[]> {
  const parts = unzipSync(bytes)
  const part = (name: string): string => {
    const found = parts[name]
    return found === undefined ? '' : strFromU8(found)
  }
  const texts = [...part('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, text]) => plain(text ?? ''))
  const names = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name ?? '')
  return new Map(names.map((name, at) => [name, rowsOf(part(`xl/worksheets/sheet${at + 1}.xml`), texts)] as const))
}

function rowsOf(sheet: string, texts: readonly string[]): readonly (readonly (string | number | undefined)[])[] {
  return [...sheet.matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)].map(([, row = '']) => {
    const cells: (string | number | undefined)[] = []
    for (const [, letters = '', attributes = '', inner = ''] of row.matchAll(
      /<c r="([A-Z]+)\d+"([^>/]*)>([\s\S]*?)<\/c>/g,
    )) {
      const value = plain(inner)
      cells[columnOf(letters)] = attributes.includes('t="s"')
        ? texts[Number(value)]
        : attributes.includes('t="inlineStr"')
          ? value
          : Number(value)
    }
    return cells
  })
}

function columnOf(letters: string): number {
  return letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function plain(markup: string): string {
  const text = markup.replaceAll(/<[^>]*>/g, '')
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
