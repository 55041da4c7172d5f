import type { HidingTask, Protection, Relation, SystemCell } from '../hiding/cell-system.ts'

/** What a reader knows of a number that is hidden. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

/** A publication asks for dozens of patterns, and somebody waits for it: beyond this the cheapest is not looked for. */
const EFFORT = 10_000

/** Any number of people. */
export const ANY: Bounds = { low: 0, high: Infinity }

/** A row of a table by group, or all of it (`group` null): what has a number that must stay open. */
export interface Owner {
  /** Name of the breakdown; null for the table of everybody. */
  readonly by: string | null
  readonly group: number | null
}

/** A hiding task while it is put together. Cells are named by the place that they get. */
export interface HidingDraft {
  /** A number that is shown whatever happens. */
  readonly known: (value: number) => number
  /** A number that no reader is shown. */
  readonly open: (value: number, bounds: Bounds) => number
  /** A number that may be hidden at a cost. */
  readonly free: (value: number, bounds: Bounds, cost: number) => number
  readonly sum: (total: number, parts: readonly number[]) => void
  /** When the first is hidden, so is the second. */
  readonly follows: (first: number, second: number) => void
  /** Over how many whole numbers a cell must stay open, and what goes where it cannot. */
  readonly protect: (cell: number, span: number, owner: Owner) => void
  readonly task: () => HidingTask
  /** Whose these protected cells are, each owner once. */
  readonly ownersOf: (cells: readonly number[]) => readonly Owner[]
}

/** An empty task. */
export function hidingDraft(): HidingDraft {
  const cells: SystemCell[] = []
  const [hidden, shown]: [number[], number[]] = [[], []]
  const relations: Relation[] = []
  const implies: (readonly [number, number])[] = []
  const protections: Protection[] = []
  const owners = new Map<number, Owner>()
  const add = (value: number, { low, high }: Bounds, cost: number): number =>
    // A reason may say less than is true of a number that turned out otherwise: then it binds nobody.
    cells.push({ id: `${cells.length}`, value, low: Math.min(low, value), high: Math.max(high, value), cost }) - 1
  const noted = (list: number[], cell: number): number => {
    list.push(cell)
    return cell
  }
  return {
    known: (value) => noted(shown, add(value, { low: value, high: value }, 0)),
    open: (value, bounds) => noted(hidden, add(value, bounds, 0)),
    free: add,
    sum: (total, parts) => {
      relations.push({ total, parts })
    },
    follows: (first, second) => {
      implies.push([first, second])
    },
    protect: (cell, span, owner) => {
      if (span <= 0) return
      protections.push({ cell, span })
      owners.set(cell, owner)
    },
    task: () => ({ cells, relations, hidden, shown, implies, protections, strict: true, effort: EFFORT }),
    ownersOf: (places) => {
      const found = places.flatMap((cell) => owners.get(cell) ?? [])
      return [...new Map(found.map((owner) => [JSON.stringify(owner), owner])).values()]
    },
  }
}
