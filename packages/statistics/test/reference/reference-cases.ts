import { existsSync, readFileSync } from 'node:fs'

type Params = Readonly<Record<string, unknown>>
type Row = Readonly<Record<string, string | number | null>>

/** What an adapter is given. */
export interface ReferenceInput {
  readonly case: string
  readonly params: Params
  readonly rows?: readonly Row[]
  readonly header?: readonly string[]
}

/** One set of figures by R, with the data they are of; `refuse` says why there must be none. */
export interface ReferenceCase {
  readonly case: string
  readonly topic: string
  readonly input: string | null
  readonly params: Params
  readonly expected: unknown
  readonly tolerance: number
  readonly refuse?: string
}

/** The cases with made-up people, which stand in this repository. */
export const OWN_CASES: URL = new URL('data/', import.meta.url)
/** All cases, with data of R's packages under their own licence; beside the project, and not everywhere. */
export const ALL_CASES: URL = new URL('../../../../../shared/reference/stats/', import.meta.url)

export function casesIn(folder: URL): readonly ReferenceCase[] {
  const file = new URL('expected.json', folder)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: ReferenceCase[] }).cases : []
}

export function inputOf(folder: URL, reference: ReferenceCase): ReferenceInput {
  const { input, params } = reference
  if (input === null) return { case: reference.case, params }
  const file = folder === OWN_CASES ? input.slice('data/'.length) : input
  const [header = [], ...body] = cellsOf(readFileSync(new URL(file, folder), 'utf8'))
  const numeric = header.map((_, at) =>
    body
      .map((row) => row[at] ?? '')
      .filter(Boolean)
      .every(isNumber),
  )
  const valueOf = (cell: string, at: number): string | number | null =>
    cell === '' ? null : numeric[at] ? Number(cell) : cell
  const rows = body.map((row) => Object.fromEntries(header.map((name, at) => [name, valueOf(row[at] ?? '', at)])))
  return { case: reference.case, params, header, rows }
}

function isNumber(cell: string): boolean {
  return /^-?\d+\.?\d*(e[+-]?\d+)?$/i.test(cell) && !/^-?0\d/.test(cell)
}

/** Commas and doubled quotes; no line breaks within cells. */
function cellsOf(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
        .slice(0, line.endsWith(',') ? undefined : -1),
    )
}
