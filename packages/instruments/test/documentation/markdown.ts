import type { LocalizedText } from '@klankbord/model'

/** Words as they may stand in a cell of a table: one line, bars escaped, tags of prose left out. */
export function cell(text: string | undefined): string {
  return (text ?? '')
    .replaceAll(/<\/p>\s*<p>|<\/li>\s*<li>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .trim()
}

/** A row with a text in Dutch and in English. */
export function bilingual(name: string, text: LocalizedText): string {
  return row([name, text['nl'], text['en']])
}

export const row = (cells: readonly (string | undefined)[]): string => `| ${cells.map(cell).join(' | ')} |`

/** The languages of the pages of documentation, in the order of their columns. */
export const languages = ['nl', 'en'] as const

/** A row whose cells have several lines; empty ones are left out. */
export function linesRow(cells: readonly (readonly (string | undefined)[])[]): string {
  const joined = cells.map((lines) =>
    lines
      .map(cell)
      .filter((line) => line !== '')
      .join('<br>'),
  )
  return `| ${joined.join(' | ')} |`
}

/** A table with these heads; empty when there are no rows. */
export function table(heads: readonly string[], rows: readonly string[]): string {
  return rows.length === 0 ? '' : [row(heads), row(heads.map(() => '---')), ...rows].join('\n')
}

export const code = (text: string | number): string => `\`${text}\``

/** The parts that are there, with an empty line between them. */
export function paragraphs(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== false && part !== undefined && part !== '').join('\n\n')
}

/** What stands above every page that is written by the script. */
export const WRITTEN =
  '<!-- Written by `npm run docs:instruments` in packages/instruments; a test holds it to the data. -->\n<!-- prettier-ignore-start -->'
