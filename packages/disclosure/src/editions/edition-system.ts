import { type DisclosurePolicy, type ReleasedCell, type ReleasedGroup, type ReleasedTable } from '@klankbord/model'
import { rowsUnderCrossings } from './rows-under-crossings.ts'

/** A number of one edition: what it is of, in keys that mean the same in every edition, and what a reader knows of it. */
export interface EditionCell {
  readonly key: string
  /** In which table a developer finds it, and which figure it is there. */
  readonly table: string
  readonly figure: string
  /** Null when it is hidden. */
  readonly shown: number | null
  readonly low: number
  readonly high: number
  /** Over how many whole numbers it has to stay open; 0 for a figure that is not protected itself. */
  readonly span: number
  /** How many people a row has, or how many of them answered. */
  readonly isPeople: boolean
}

/** The total is the sum of the parts, by key. */
export interface EditionSum {
  readonly total: string
  readonly parts: readonly string[]
}

export interface EditionSystem {
  readonly cells: ReadonlyMap<string, EditionCell>
  readonly sums: readonly EditionSum[]
}

/** One edition as everybody knows it: the tables of all respondents, and those of the parts that organisations have. */
export interface Edition {
  readonly tables: readonly ReleasedTable[]
  /** Of each part the tables of everybody in it; the parts have nobody in common. */
  readonly parts?: readonly (readonly ReleasedTable[])[]
}

export const EVERYBODY = 'everybody'
const OPEN = { shown: null, low: 0, high: Infinity, span: 0, isPeople: false } as const

/**
 * The released tables of one edition as one system of numbers and sums, from nothing but what readers see. A row is everybody,
 * a group, or the people in no group of a breakdown; sizes of rows are one number for all questions, and what people answered
 * to the question by which a table is broken down are the sizes of its groups.
 */
export function editionSystem(edition: Edition, policy: DisclosurePolicy): EditionSystem {
  const cells = new Map<string, EditionCell>()
  const sums: EditionSum[] = []
  const tables = [...edition.tables, ...partTables(edition.parts ?? [])].filter(saysSomething)
  const note = (cell: EditionCell): void => {
    const known = cells.get(cell.key)
    cells.set(cell.key, known === undefined ? cell : narrowed(known, cell))
  }
  for (const table of tables) {
    const rows = rowsOf(table)
    for (const row of rows) {
      for (const cell of cellsOfRow(table, row, { policy, hidden: hiddenOfAll(table, tables) })) note(cell)
      sums.push(...sumsOfRow(table, row.name))
    }
    if (table.by) for (const column of columnsOf(table)) sums.push(sumOfRows(table, rows, column))
    const alike = tables.filter(({ subject }) => subject.name === table.subject.name)
    for (const { margin, names } of [...marginsOf(table), ...rowsUnderCrossings(table, alike)]) {
      for (const column of columnsOf(table)) {
        const rest = cellKey(table, `${margin}, and in no group of ${table.by?.name}`, column)
        note({ ...OPEN, key: cellKey(table, margin, column), table: table.id, figure: `${margin}, ${column}` })
        note({ ...OPEN, key: rest, table: table.id, figure: `people of ${margin} in no group, ${column}` })
        sums.push({
          total: cellKey(table, margin, column),
          parts: [...names.map((name) => cellKey(table, name, column)), rest],
        })
      }
    }
  }
  for (const whole of tables.filter(({ by, kind }) => !by && kind === 'single')) {
    for (const { code } of whole.categories) {
      const size = sizeKey(`${whole.subject.name}=${code}`)
      const answer = cellKey(whole, EVERYBODY, `category ${code}`)
      note({ ...OPEN, key: size, table: whole.id, figure: `category ${code}` })
      sums.push({ total: size, parts: [answer] })
    }
  }
  return { cells, sums: onlyOf(cells, sums) }
}

/** A crossed breakdown of which every table hides all, and not for too few people, is as if it had not been asked for. */
function saysSomething(table: ReleasedTable, _place: number, tables: readonly ReleasedTable[]): boolean {
  const { by } = table
  if (by?.crossed === undefined) return true
  const alike = tables.filter((other) => other.by?.name === by.name)
  return alike.some(({ groups }) =>
    groups.some((group) => group.status !== 'hidden' || group.reason !== 'complementary' || group.population !== null),
  )
}

export interface Row {
  readonly name: string
  readonly figure: string
  /** Null: the people in no group. */
  readonly group: ReleasedGroup | null
}

export function rowsOf({ by, groups }: ReleasedTable): readonly Row[] {
  if (!by) return groups.slice(0, 1).map((group) => ({ name: EVERYBODY, figure: EVERYBODY, group }))
  return [
    ...groups.map((group) => ({ name: `${by.name}=${group.code}`, figure: `group ${group.code}`, group })),
    { name: `${by.name}=none`, figure: 'people in no group', group: null },
  ]
}

interface Margin {
  /** A row of another breakdown. */
  readonly margin: string
  /** The rows that lie in it. */
  readonly names: readonly string[]
}

/** Of crossed breakdowns the groups of each, of one that lies within another those of the coarser. */
function marginsOf({ by, groups }: ReleasedTable): readonly Margin[] {
  if (!by) return []
  const margins = new Map<string, string[]>()
  const lies = (code: number | null, breakdown: string | undefined, within: number | null | undefined): void => {
    if (breakdown === undefined || within === null || within === undefined) return
    const margin = `${breakdown}=${within}`
    margins.set(margin, [...(margins.get(margin) ?? []), `${by.name}=${code}`])
  }
  for (const { code, codes, within } of groups) {
    lies(code, by.crossed?.[0], codes?.[0])
    lies(code, by.crossed?.[1], codes?.[1])
    lies(code, by.within, within)
  }
  return [...margins].map(([margin, names]) => ({ margin, names }))
}

/** Parts as one more breakdown of which nobody knows the name. */
function partTables(parts: NonNullable<Edition['parts']>): readonly ReleasedTable[] {
  const by = { name: 'parts of organisations', label: {}, sensitive: false }
  const subjects = new Set(parts.flatMap((tables) => tables.map(({ subject }) => subject.name)))
  return [...subjects].flatMap((name) => {
    const found = parts.map((tables) => tables.find(({ subject }) => subject.name === name))
    const [first] = found.filter((table) => table !== undefined)
    if (first === undefined) return []
    const groups = found.flatMap((table, code) => (table?.groups ?? []).map((group) => ({ ...group, code })))
    return [{ ...first, id: `${name}×${by.name}`, by, groups }]
  })
}

export const sizeKey = (row: string): string => `size of ${row}`

export function cellKey({ subject }: Pick<ReleasedTable, 'subject'>, row: string, column: string): string {
  return column === 'total' ? sizeKey(row) : `${subject.name} of ${row}: ${column}`
}

/**
 * The columns of a table that tell anything of what is guarded. Rows by group of a question that is not sensitive hide no single
 * answer: whatever they hide fits in what is left of each answer, so there it says nothing of how many answered.
 */
export function columnsOf({ kind, subject, by, categories }: ReleasedTable): readonly string[] {
  const answers = by && !subject.sensitive && !by.sensitive ? [] : categories.map(({ code }) => `category ${code}`)
  return ['total', 'valid', 'invalid', ...answers, ...(kind === 'multiple' ? answers.map((name) => `not ${name}`) : [])]
}

interface Rules {
  readonly policy: DisclosurePolicy
  /** Columns that are hidden of everybody: there a reason speaks of everybody, and not of a row. */
  readonly hidden: ReadonlySet<number>
}

function hiddenOfAll(table: ReleasedTable, tables: readonly ReleasedTable[]): ReadonlySet<number> {
  const whole = table.by && tables.find(({ by, subject }) => !by && subject.name === table.subject.name)
  const [all] = whole ? whole.groups : []
  if (!all) return new Set()
  return new Set(
    [...table.categories.keys()].filter((column) => all.status === 'hidden' || all.cells[column]?.status === 'hidden'),
  )
}

function cellsOfRow(table: ReleasedTable, { name, figure, group }: Row, rules: Rules): readonly EditionCell[] {
  const shownRow = group !== null && group.status !== 'hidden'
  const cell = (column: string, known: Partial<EditionCell>): EditionCell => ({
    key: cellKey(table, name, column),
    table: table.id,
    figure: `${figure}, ${column}`,
    ...OPEN,
    isPeople: column === 'total' || column === 'valid',
    ...known,
  })
  if (!shownRow) {
    const { size, answers } = rowBounds(group, table, rules.policy)
    const known = new Map([
      ['total', size],
      ['valid', answers],
    ])
    return columnsOf(table).map((column) => cell(column, known.get(column) ?? {}))
  }
  const { total, valid } = group.base
  const base = Object.entries({ total, valid, invalid: total - valid }).map(([column, shown]) =>
    cell(column, { shown }),
  )
  const columns = new Set(columnsOf(table))
  const answers = table.categories.flatMap(({ code }, column) => {
    if (!columns.has(`category ${code}`)) return []
    const known = knownOf(group.cells[column], rules, { column, valid, kind: table.kind })
    const rest = known.shown === null ? {} : { shown: valid - known.shown }
    const answer = cell(`category ${code}`, known)
    return table.kind === 'multiple' ? [answer, cell(`not category ${code}`, rest)] : [answer]
  })
  return [...base, ...answers]
}

type Bounds = Pick<EditionCell, 'low' | 'high' | 'span'>

/** What the reason says of a group that is hidden: fewer than the least group answered, or no fewer are in it. */
function rowBounds(
  group: ReleasedGroup | null,
  { groups }: ReleasedTable,
  { leastGroup }: DisclosurePolicy,
): { readonly size: Bounds; readonly answers: Bounds } {
  const most = group?.population ?? Infinity
  const open = { low: 0, high: most, span: 0 }
  if (group?.status !== 'hidden') return { size: open, answers: open }
  if (group.reason === 'tooFew') {
    const few = { low: 0, high: Math.min(most, leastGroup - 1), span: leastGroup - 1 }
    return { size: { ...open, span: few.span }, answers: few }
  }
  const told = groups.some((one) => one.status !== 'hidden' || one.reason !== 'complementary')
  return { size: { ...open, low: told ? Math.min(leastGroup, most) : 0 }, answers: open }
}

/**
 * Small answers and those beside them are hidden for the same reason, so any of them may be the small one. Where several may be
 * ticked, few who did not tick are hidden for the same reason as few who did.
 */
function knownOf(
  cell: ReleasedCell | undefined,
  { policy: { leastGroup, sensitiveCell }, hidden }: Rules,
  { column, valid, kind }: { readonly column: number; readonly valid: number } & Pick<ReleasedTable, 'kind'>,
): Bounds & Pick<EditionCell, 'shown'> {
  if (cell?.status === 'shown') return { shown: cell.count, low: 0, high: Infinity, span: 0 }
  const ofAll = hidden.has(column)
  // Of the question by which others are split, an answer is a group.
  if (cell?.reason === 'tooFew') return { shown: null, low: 0, high: leastGroup - 1, span: leastGroup - 1 }
  const span = cell?.reason === 'sensitive' && !ofAll ? sensitiveCell - 1 : 0
  if (kind === 'multiple') return { shown: null, low: 0, high: valid, span }
  return { shown: null, low: 0, high: ofAll && cell?.reason === 'sensitive' ? sensitiveCell : Infinity, span }
}

function sumsOfRow(table: ReleasedTable, row: string): readonly EditionSum[] {
  const key = (column: string): string => cellKey(table, row, column)
  const answers = columnsOf(table).filter((column) => column.startsWith('category '))
  const whole = { total: key('total'), parts: [key('valid'), key('invalid')] }
  if (answers.length === 0) return [whole]
  if (table.kind === 'single') return [whole, { total: key('valid'), parts: answers.map(key) }]
  return [whole, ...answers.map((name) => ({ total: key('valid'), parts: [key(name), key(`not ${name}`)] }))]
}

function sumOfRows(table: ReleasedTable, rows: readonly Row[], column: string): EditionSum {
  return { total: cellKey(table, EVERYBODY, column), parts: rows.map(({ name }) => cellKey(table, name, column)) }
}

/** What two tables say of the same number, together. */
function narrowed(one: EditionCell, other: EditionCell): EditionCell {
  return {
    ...one,
    shown: one.shown ?? other.shown,
    low: Math.max(one.low, other.low),
    high: Math.min(one.high, other.high),
    span: Math.max(one.span, other.span),
  }
}

/** Sums of which everything is there, each once. */
function onlyOf(cells: ReadonlyMap<string, EditionCell>, sums: readonly EditionSum[]): readonly EditionSum[] {
  const whole = sums.filter(({ total, parts }) => cells.has(total) && parts.every((key) => cells.has(key)))
  return [...new Map(whole.map((sum) => [JSON.stringify([sum.total, sum.parts]), sum])).values()]
}
