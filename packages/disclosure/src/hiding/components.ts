import { groupBy } from '../group-by.ts'
import type { CellSystem, Relation } from './cell-system.ts'

/** One sum as `sum of sign × cell = 0`, in places within its component. */
export interface Row {
  readonly cells: readonly number[]
  readonly signs: readonly number[]
}

/**
 * Cells that can be changed together while every sum stays as it is. `up` and `down` are how far each may go from its true
 * value by what a reader knows of it. Cells outside `movable` do not move, so they need no place here.
 */
export interface Component {
  /** Places in the list of cells of the whole system. */
  readonly cells: readonly number[]
  readonly up: readonly number[]
  readonly down: readonly number[]
  readonly rows: readonly Row[]
  /** Per cell: places in `rows`. */
  readonly rowsOf: readonly (readonly number[])[]
}

/** The movable cells of a system, split where no sum (and none of the extra links) connects them. */
export function componentsOf(
  system: CellSystem,
  movable: ReadonlySet<number>,
  links: readonly (readonly [number, number])[] = [],
): readonly Component[] {
  const rows = system.relations.map((relation) => coefficientsOf(relation, movable)).filter(({ size }) => size > 0)
  const root = unionFind(system.cells.length)
  for (const row of rows) {
    const [first = 0, ...rest] = row.keys()
    for (const cell of rest) root.join(first, cell)
  }
  for (const [a, b] of links) if (movable.has(a) && movable.has(b)) root.join(a, b)
  const members = groupBy(
    [...movable].toSorted((a, b) => a - b),
    root.of,
  )
  const rowsOf = groupBy(rows, (row) => root.of(row.keys().next().value ?? 0))
  return [...members].map(([key, cells]) => componentOf(system, cells, rowsOf.get(key) ?? []))
}

function componentOf(
  system: CellSystem,
  cells: readonly number[],
  sums: readonly ReadonlyMap<number, number>[],
): Component {
  const places = new Map(cells.map((cell, place) => [cell, place]))
  const rows = distinct(sums).map((row) => ({
    cells: [...row.keys()].map((cell) => places.get(cell) ?? 0),
    signs: [...row.values()],
  }))
  const rowsOf: number[][] = cells.map(() => [])
  for (const [at, row] of rows.entries()) for (const place of row.cells) rowsOf[place]?.push(at)
  const known = (cell: number) => system.cells[cell] ?? { value: 0, low: 0, high: 0 }
  return {
    cells,
    rows,
    rowsOf,
    up: cells.map((cell) => Math.max(0, known(cell).high - known(cell).value)),
    down: cells.map((cell) => Math.max(0, known(cell).value - known(cell).low)),
  }
}

/** What a sum says about the cells that can move; parts that stand on both sides fall out. */
function coefficientsOf({ total, parts }: Relation, movable: ReadonlySet<number>): ReadonlyMap<number, number> {
  const row = new Map<number, number>()
  for (const part of parts) if (movable.has(part)) row.set(part, (row.get(part) ?? 0) + 1)
  if (movable.has(total)) row.set(total, (row.get(total) ?? 0) - 1)
  for (const [cell, sign] of row) if (sign === 0) row.delete(cell)
  return row
}

/** Two tables that print the same sum say it once. */
function distinct(rows: readonly ReadonlyMap<number, number>[]): readonly ReadonlyMap<number, number>[] {
  const byText = new Map(rows.map((row) => [[...row].toSorted(([a], [b]) => a - b).join(';'), row] as const))
  return [...byText.values()]
}

function unionFind(size: number) {
  const parent = Int32Array.from({ length: size }, (_, index) => index)
  const of = (start: number): number => {
    let cell = start
    while (parent[cell] !== cell) {
      parent[cell] = parent[parent[cell] ?? cell] ?? cell
      cell = parent[cell] ?? cell
    }
    return cell
  }
  return {
    of,
    join: (a: number, b: number) => {
      parent[of(a)] = of(b)
    },
  }
}
