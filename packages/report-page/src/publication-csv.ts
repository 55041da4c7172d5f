import type { LanguageCode, Publication } from '@klankbord/model'
import { CSV_COLUMNS, writtenNumber } from './csv-row.ts'
import { publicationRows } from './publication-rows.ts'

/**
 * The open table (`publicationRows`) as CSV: RFC 4180 with commas, in UTF-8 with a byte order mark so that a spreadsheet reads it
 * as such. A text that a spreadsheet could take for a formula starts with an apostrophe.
 *
 * @param language of the texts; column names and codes are the same in every language
 */
export function publicationCsv(publication: Publication, language: LanguageCode): string {
  const lines = publicationRows(publication, language).map((row) =>
    CSV_COLUMNS.map((column) => csvCell(row[column])).join(','),
  )
  return `\uFEFF${[CSV_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`
}

function csvCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(writtenNumber(value))
  const safe = /^[\s]*[=+\-@\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
