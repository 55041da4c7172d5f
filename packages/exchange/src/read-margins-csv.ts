import { problem } from '@klankbord/model'
import { headerOf } from './csv-dialect.ts'
import { csvRows } from './csv-rows.ts'
import { csvText } from './csv-text.ts'

/** How many people of the population gave one answer, or which share of them. */
export interface MarginsCsvRow {
  readonly line: number
  readonly variable: string
  /** Code, value or words of the answer. */
  readonly category: string
  readonly amount: { readonly count: number } | { readonly share: number }
}

const NAMES = ['variable', 'category'] as const
const AMOUNTS = ['count', 'share'] as const

/**
 * Reads known margins of a population from CSV: the columns `variable` and `category`, and `count` or `share` (from 0 to 1,
 * with a point). Columns in any order; separated by commas or semicolons.
 *
 * @example await readMarginsCsv('variable,category,count\ndistrict,Oost,600') // [{ line: 2, variable: 'district', category: 'Oost', amount: { count: 600 } }]
 * @throws Problem `marginsFileRefused`, with the line
 */
export async function readMarginsCsv(text: string): Promise<readonly MarginsCsvRow[]> {
  const known: readonly string[] = [...NAMES, ...AMOUNTS]
  const rows: MarginsCsvRow[] = []
  let headers: readonly string[] | null = null
  for await (const { line, cells, fault } of csvRows(csvText(text), (header) => known.includes(header))) {
    if (fault !== null) throw refusedAt(line, 'matching quotes')
    if (headers === null) headers = requireHeaders(line, cells.map(headerOf))
    else rows.push(rowOf(line, headers, cells))
  }
  if (rows.length === 0) throw refusedAt(1, 'a row for each answer, below the names of the columns')
  return rows
}

function requireHeaders(line: number, headers: readonly string[]): readonly string[] {
  const amounts = AMOUNTS.filter((name) => headers.includes(name))
  const once = new Set(headers).size === headers.length
  if (!once || !NAMES.every((name) => headers.includes(name)) || amounts.length !== 1)
    throw refusedAt(line, 'the columns variable, category and count, or share in place of count')
  return headers
}

function rowOf(line: number, headers: readonly string[], cells: readonly string[]): MarginsCsvRow {
  const cell = (name: string): string => cells[headers.indexOf(name)]?.trim() ?? ''
  const [variable, category] = [cell('variable'), cell('category')]
  const share = headers.includes('share')
  const typed = cell(share ? 'share' : 'count')
  const amount = Number(typed)
  if (variable === '' || category === '') throw refusedAt(line, 'the name of a question and one of its answers')
  if (!/^\d+(?:\.\d+)?$/.test(typed) || amount <= 0 || (share && amount > 1))
    throw refusedAt(line, share ? 'a share above 0 and at most 1, like 0.25' : 'a number of people above 0')
  return { line, variable, category, amount: share ? { share: amount } : { count: amount } }
}

function refusedAt(line: number, expected: string): Error {
  return problem('marginsFileRefused', { line, expected })
}
