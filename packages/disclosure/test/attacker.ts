import type { DisclosurePolicy, ReleasedTable } from '@klankbord/model'

/** What one row can be: counts per category and, last, the people without an answer. */
export type Row = readonly number[]

/** Smallest and largest value that a figure takes in any world. */
export interface Span {
  least: number
  most: number
}

interface Unknown {
  readonly group: number | null
  readonly fits: (row: Row) => boolean
  /** Cells that are known, by column. */
  readonly fixed: readonly (number | undefined)[]
  /** Where the margin does not say, at most this many. */
  readonly most: readonly number[]
}

/**
 * Somebody with a lot of time: tries every whole-number table that fits what two released tables of one breakdown
 * show, and the rules. `sizes` is a question that everybody answered, so it tells the sizes of the groups it shows;
 * `attacked` is a sensitive single-choice question. Shares nothing with the audit but the released tables.
 *
 * @param told what else is known of a world: its rows by group, the people in no group last
 * @returns spans by "GROUP" for sizes and "GROUP/COLUMN" for counts; null when it takes too long
 */
export function tryEveryWorld(
  sizes: ReleasedTable,
  [everybody, attacked]: readonly [ReleasedTable, ReleasedTable],
  policy: DisclosurePolicy,
  patience = 60_000,
  told: (world: readonly Row[]) => boolean = () => true,
): ReadonlyMap<string, Span> | null {
  const [all] = everybody.groups
  if (!all || all.status === 'hidden') return new Map()
  const margin = all.cells.map((cell) => (cell.status === 'shown' ? cell.count : undefined))
  const bounds = all.cells.map((cell) => boundsOf(cell, policy))
  const missing = all.base.total - all.base.valid
  const unknowns = unknownRows(sizes, attacked, margin, policy)
  const spans = new Map<string, Span>()
  let tried = 0
  const note = (world: readonly Row[]): void => {
    for (const [index, row] of world.entries()) {
      const group = unknowns[index]?.group
      if (group === null || group === undefined) continue
      widen(
        spans,
        `${group}`,
        row.reduce((sum, count) => sum + count, 0),
      )
      for (const [column, count] of row.slice(0, -1).entries()) widen(spans, `${group}/${column}`, count)
    }
    const totals = margin.map((_, column) => world.reduce((sum, row) => sum + (row[column] ?? 0), 0))
    for (const [column, total] of totals.entries()) widen(spans, `everybody/${column}`, total)
  }
  const complete = (world: readonly Row[]): boolean => {
    const totals = [...margin, missing].map((_, column) => world.reduce((sum, row) => sum + (row[column] ?? 0), 0))
    return (
      totals.at(-1) === missing &&
      totals.slice(0, -1).reduce((sum, total) => sum + total, 0) === all.base.valid &&
      margin.every((known, column) => {
        const [low, high] = bounds[column] ?? [0, Infinity]
        const total = totals[column] ?? 0
        return known === undefined ? total >= low && total <= high : total === known
      })
    )
  }
  const unsaid = all.base.valid - margin.reduce<number>((sum, known) => sum + (known ?? 0), 0)
  const left = [...margin.map((known, column) => known ?? Math.min(unsaid, bounds[column]?.[1] ?? unsaid)), missing]
  const search = (at: number, world: readonly Row[], remaining: readonly number[]): boolean => {
    tried += 1
    if (tried > patience) return false
    const unknown = unknowns[at]
    if (!unknown) {
      if (complete(world) && told(world)) note(world)
      return true
    }
    for (const row of rowsOf(
      unknown,
      remaining,
      at === unknowns.length - 1 && margin.every((known) => known !== undefined),
    )) {
      if (!unknown.fits(row)) continue
      if (
        !search(
          at + 1,
          [...world, row],
          remaining.map((count, column) => count - (row[column] ?? 0)),
        )
      )
        return false
    }
    return true
  }
  return search(0, [], left) ? spans : null
}

/** Every row that is left over; the last one takes all when every column sum is known. */
function* rowsOf(unknown: Unknown, remaining: readonly number[], takesAll: boolean): Generator<Row> {
  if (takesAll) {
    if (remaining.every((count, column) => count >= 0 && (unknown.fixed[column] ?? count) === count)) yield remaining
    return
  }
  yield* extend([])
  function* extend(row: readonly number[]): Generator<Row> {
    const column = row.length
    if (column === remaining.length) {
      yield row
      return
    }
    const fixed = unknown.fixed[column]
    const high = Math.min(remaining[column] ?? 0, unknown.most[column] ?? Infinity)
    if (fixed !== undefined) {
      if (fixed <= (remaining[column] ?? 0)) yield* extend([...row, fixed])
      return
    }
    for (let count = 0; count <= high; count += 1) yield* extend([...row, count])
  }
}

function unknownRows(
  sizes: ReleasedTable,
  attacked: ReleasedTable,
  margin: readonly (number | undefined)[],
  policy: DisclosurePolicy,
): readonly Unknown[] {
  const free = margin.map(() => Infinity)
  const allHidden = sizes.groups.every((group) => group.status === 'hidden')
  const noneHere = attacked.groups.every((group) => group.status === 'hidden')
  const rows = attacked.groups.map((group, index): Unknown => {
    const known = sizes.groups[index]
    if (group.status !== 'hidden') {
      const { total, valid } = group.base
      const fixed = [...group.cells.map((cell) => (cell.status === 'shown' ? cell.count : undefined)), total - valid]
      const fits = (row: Row): boolean => validOf(row) === valid
      return { group: index, fits, fixed, most: [...group.cells.map(() => valid), Infinity] }
    }
    if (known && known.status !== 'hidden') {
      const { total } = known.base
      const few = group.reason === 'tooFew'
      const fits = (row: Row): boolean =>
        totalOf(row) === total &&
        (noneHere || (few ? validOf(row) < policy.leastGroup : validOf(row) >= policy.leastGroup))
      return { group: index, fits, fixed: [], most: [...free, total] }
    }
    const few = known?.status === 'hidden' && known.reason === 'tooFew'
    const fits = (row: Row): boolean =>
      few ? totalOf(row) < policy.leastGroup : allHidden || totalOf(row) >= policy.leastGroup
    return { group: index, fits, fixed: [], most: few ? [...free, Infinity].map(() => policy.leastGroup - 1) : [] }
  })
  return [...rows, { group: null, fits: () => true, fixed: [], most: [] }]
}

function boundsOf(
  cell: { readonly status: string; readonly reason?: string },
  policy: DisclosurePolicy,
): readonly [number, number] {
  if (cell.status === 'shown') return [0, Infinity]
  return cell.reason === 'sensitive' ? [1, policy.sensitiveCell] : [policy.sensitiveCell + 1, Infinity]
}

function validOf(row: Row): number {
  return totalOf(row) - (row.at(-1) ?? 0)
}

function totalOf(row: Row): number {
  return row.reduce((sum, count) => sum + count, 0)
}

function widen(spans: Map<string, Span>, key: string, value: number): void {
  const span = spans.get(key) ?? { least: value, most: value }
  spans.set(key, { least: Math.min(span.least, value), most: Math.max(span.most, value) })
}
