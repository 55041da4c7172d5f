import type { LanguageCode, Publication } from '@klankbord/model'
import writeXlsxFile from 'write-excel-file/universal'
import { citationOf, citationText } from './citation.ts'
import { CSV_COLUMNS, writtenNumber, type CsvRow } from './csv-row.ts'
import { publicationRows } from './publication-rows.ts'
import { reportContent } from './report-content.ts'

type Cell = { readonly value: string | number; readonly type: StringConstructor | NumberConstructor } | null
type Column = (typeof CSV_COLUMNS)[number]

/** What a cell of a spreadsheet can hold. */
const LONGEST = 32_767

/**
 * The open table as a workbook: first how to refer to it, then a sheet for each section with the columns that it uses, named as
 * in the CSV. Every number is a number, the same as in the CSV; every text is a text, and none is ever a formula.
 *
 * @param address where the publication stays, for the reference
 */
export async function publicationXlsx(
  publication: Publication,
  language: LanguageCode,
  address: string | null = null,
): Promise<Uint8Array> {
  const rows = publicationRows(publication, language)
  const sections = [...new Set(rows.map(({ section }) => String(section)))]
  const sheets = [
    sourceSheet(publication, language, address),
    ...sections.map((section) =>
      sheetOf(
        section,
        rows.filter((row) => row.section === section),
      ),
    ),
  ]
  const blob = await writeXlsxFile(sheets).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function sourceSheet(publication: Publication, language: LanguageCode, address: string | null) {
  const content = reportContent(publication, language)
  const cited = citationText(citationOf(content, address))
  return {
    sheet: 'source',
    columns: [{ width: 28 }, { width: 100 }],
    data: [[cellOf(content.text('cite')), cellOf(cited)]],
  }
}

function sheetOf(section: string, rows: readonly CsvRow[]) {
  const used = CSV_COLUMNS.filter((column) => column !== 'section' && rows.some((row) => isWritten(row[column])))
  const head = used.map((column) => ({ value: column, type: String, fontWeight: 'bold' as const }))
  return {
    sheet: section,
    stickyRowsCount: 1,
    columns: used.map((column) => ({ width: widthOf(column) })),
    data: [head, ...rows.map((row) => used.map((column) => cellOf(row[column])))],
  }
}

/** In characters: texts are read, codes are looked up. */
function widthOf(column: Column): number {
  return column.endsWith('_text') ? 40 : 14
}

function isWritten(value: CsvRow[Column]): boolean {
  return value !== null && value !== undefined && value !== ''
}

function cellOf(value: CsvRow[Column]): Cell {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return { value: writtenNumber(value), type: Number }
  return { value: writable(value).slice(0, LONGEST), type: String }
}

/** XML has no place for control characters. */
function writable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]/gu, '')
}
