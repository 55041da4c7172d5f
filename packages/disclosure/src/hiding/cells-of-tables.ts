import type { CellSystem, Relation, SystemCell } from './cell-system.ts'

/** Where a cell stands: a category per dimension, and none for those that are summed. */
export type Coordinates = Readonly<Record<string, string>>

/** Tables that are published together, each with all its margins. */
export interface TableFamily {
  /** The categories of each dimension, in order. */
  readonly dims: Readonly<Record<string, readonly string[]>>
  /** Per table its dimensions; none is a table of one number. */
  readonly tables: readonly (readonly string[])[]
  /** One dimension is the sum of another: `map` has the category of the parent for each category of the child. */
  readonly hierarchy?: {
    readonly parent: string
    readonly child: string
    readonly map: Readonly<Record<string, string>>
  } | null
}

/** A cell of a family of tables. Its id is its coordinates, `wijk=Oost|geslacht=vrouw`; `*` is the grand total. */
export interface TableCell extends SystemCell {
  readonly at: Coordinates
}

export interface TableSystem extends CellSystem {
  readonly cells: readonly TableCell[]
}

/**
 * All cells of a family of tables and every sum between them. A margin that several tables share is one cell, whatever
 * the order of their dimensions, and a sum that several print is one relation.
 *
 * A cell costs the binary logarithm of its count: a large number says more than a small one, but not in proportion, and
 * one large cell less is better than many small ones. A reader knows of a hidden count only that it is not below 0.
 *
 * @param countAt the count of a cell, whole and at least 0
 * @example
 * cellsOfTables({ dims: { wijk: ['Oost', 'West'] }, tables: [['wijk']] }, ({ wijk }) => (wijk ? 20 : 40))
 */
export function cellsOfTables(family: TableFamily, countAt: (at: Coordinates) => number): TableSystem {
  const cells: TableCell[] = []
  const places = new Map<string, number>()
  for (const by of family.tables.flatMap(subsets)) {
    for (const at of combinations(family, by)) {
      const key = keyOf(at)
      if (places.has(key)) continue
      places.set(key, cells.length)
      cells.push(cellOf(at, countAt(at)))
    }
  }
  const placeOf = (at: Coordinates) => places.get(keyOf(at))
  return { cells, relations: [...sums(family, placeOf), ...nested(family, cells, placeOf)] }
}

function cellOf(at: Coordinates, value: number): TableCell {
  return { id: idOf(at), at, value, low: 0, high: Infinity, cost: Math.log2(2 + value) }
}

function idOf(at: Coordinates): string {
  return (
    Object.entries(at)
      .map(([dimension, category]) => `${dimension}=${category}`)
      .join('|') || '*'
  )
}

/** The same cell in two tables whose dimensions stand in another order. */
function keyOf(at: Coordinates): string {
  return JSON.stringify(Object.entries(at).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function sums(family: TableFamily, placeOf: (at: Coordinates) => number | undefined): readonly Relation[] {
  const found = new Map<string, Relation>()
  for (const table of family.tables) {
    for (const by of subsets(table)) {
      for (const over of table.filter((dimension) => !by.includes(dimension))) {
        for (const at of combinations(family, by)) {
          const total = placeOf(at)
          const parts = (family.dims[over] ?? []).map((category) => placeOf({ ...at, [over]: category }))
          if (total === undefined || !areAll(parts)) continue
          const key = `${total} ${over}`
          if (!found.has(key)) found.set(key, { total, parts })
        }
      }
    }
  }
  return [...found.values()]
}

function nested(
  { hierarchy }: TableFamily,
  cells: readonly TableCell[],
  placeOf: (at: Coordinates) => number | undefined,
): readonly Relation[] {
  if (!hierarchy) return []
  const { parent, child, map } = hierarchy
  return cells.flatMap(({ at }, total) => {
    const { [parent]: whole, ...rest } = at
    if (whole === undefined || child in at) return []
    const children = Object.keys(map).filter((category) => map[category] === whole)
    const parts = children.map((category) => placeOf({ ...rest, [child]: category }))
    return parts.length > 0 && areAll(parts) ? [{ total, parts }] : []
  })
}

function areAll(places: readonly (number | undefined)[]): places is readonly number[] {
  return places.every((place) => place !== undefined)
}

/** Nothing first, then by the order of the list: a, b, ab, c, ac, bc, abc. */
function subsets(list: readonly string[]): readonly (readonly string[])[] {
  return list.reduce<readonly (readonly string[])[]>(
    (all, item) => [...all, ...all.map((some) => [...some, item])],
    [[]],
  )
}

/** All cells by these dimensions; the last one runs fastest. */
function combinations({ dims }: TableFamily, by: readonly string[]): readonly Coordinates[] {
  return by.reduce<readonly Coordinates[]>(
    (all, dimension) =>
      all.flatMap((at) => (dims[dimension] ?? []).map((category) => ({ ...at, [dimension]: category }))),
    [{}],
  )
}
