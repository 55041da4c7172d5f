import type { CellSystem, Relation, SystemCell } from './cell-system.ts'

/** A system in which cells that only change together are one. */
export interface TiedSystem extends CellSystem {
  /** Of each cell the one that stands for it. */
  readonly standsFor: readonly number[]
}

/**
 * Makes cells that a sum ties to each other one: where all else in a sum is known, what one changes the other changes, too. Where
 * everybody answered every question this leaves one number of answers for all questions, and a far smaller program.
 *
 * @param system with values that fit all sums
 */
export function tiedCells({ cells, relations }: CellSystem, hidden: ReadonlySet<number>): TiedSystem {
  const parent = cells.map((_, cell) => cell)
  const of = (cell: number): number => {
    let at = cell
    while (parent[at] !== undefined && parent[at] !== at) at = parent[at] ?? at
    return at
  }
  for (const { total, parts } of relations) {
    const [only, other] = parts.filter((part) => hidden.has(part))
    if (only === undefined || other !== undefined || !hidden.has(total)) continue
    const [one, two] = [of(only), of(total)]
    parent[Math.max(one, two)] = Math.min(one, two)
  }
  const standsFor = cells.map((_, cell) => of(cell))
  const mapped = relations.map(({ total, parts }): Relation => {
    const place = (cell: number): number => (hidden.has(cell) ? (standsFor[cell] ?? cell) : cell)
    return { total: place(total), parts: parts.map(place) }
  })
  return { cells: withCommonRoom(cells, hidden, standsFor), relations: mapped, standsFor }
}

/** Who stands for others can go no further than each of them. */
function withCommonRoom(
  cells: readonly SystemCell[],
  hidden: ReadonlySet<number>,
  standsFor: readonly number[],
): readonly SystemCell[] {
  const common = cells.map((cell) => ({ ...cell }))
  for (const cell of hidden) {
    const [own, all] = [cells[cell], common[standsFor[cell] ?? cell]]
    if (!own || !all) continue
    all.low = Math.max(all.low, all.value - Math.max(0, own.value - own.low))
    all.high = Math.min(all.high, all.value + Math.max(0, own.high - own.value))
  }
  return common
}
