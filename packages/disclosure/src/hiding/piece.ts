import type { HidingTask } from './cell-system.ts'
import { componentsOf, type Component } from './components.ts'

/** A part of a hiding task that has nothing to do with the rest: its cells by their places in the component. */
export interface Piece extends Component {
  readonly costs: readonly number[]
  readonly mustHide: readonly boolean[]
  /** Per cell: the cells that go with it, itself included. */
  readonly closure: readonly (readonly number[])[]
  /** Per cell: the cells that keep it hidden as long as they are. */
  readonly heldBy: readonly (readonly number[])[]
  readonly needs: readonly Need[]
}

/** The whole-number interval of `cell` must span at least `span`. */
export interface Need {
  readonly cell: number
  readonly span: number
}

/**
 * Nobody needs to move a cell much further than the widest interval asked for, and a bound on all changes keeps every
 * program finite. It only ever makes intervals look narrower than they are.
 */
const ROOM_PER_SPAN = 4

/** Splits a task where no sum and no implication connects cells. Cells that are shown whatever happens connect nothing. */
export function piecesOf(task: HidingTask): readonly Piece[] {
  const mustHide = closed(task.hidden, task.implies, task.cells.length)
  const shown = keptShown(task, mustHide)
  const movable = new Set([...task.cells.keys()].filter((cell) => !shown.has(cell)))
  return componentsOf(task, movable, task.implies).map((component) => pieceOf(task, component, mustHide))
}

function pieceOf(task: HidingTask, component: Component, mustHide: ReadonlySet<number>): Piece {
  const places = new Map(component.cells.map((cell, place) => [cell, place]))
  const needs = task.protections.flatMap(({ cell, span }) => {
    const place = places.get(cell)
    return place === undefined || span <= 0 ? [] : [{ cell: place, span }]
  })
  const room = ROOM_PER_SPAN * Math.max(1, ...needs.map(({ span }) => span))
  const forward: number[][] = component.cells.map(() => [])
  const heldBy: number[][] = component.cells.map(() => [])
  for (const [first, second] of task.implies) {
    const [from, to] = [places.get(first), places.get(second)]
    if (from === undefined || to === undefined) continue
    forward[from]?.push(to)
    heldBy[to]?.push(from)
  }
  return {
    ...component,
    up: component.up.map((most) => Math.min(most, room)),
    down: component.down.map((most) => Math.min(most, room)),
    costs: component.cells.map((cell) => task.cells[cell]?.cost ?? 0),
    mustHide: component.cells.map((cell) => mustHide.has(cell)),
    closure: component.cells.map((_, place) => [...reachable([place], forward)]),
    heldBy,
    needs,
  }
}

/** What can never be hidden: also what would take such a cell along. */
function keptShown({ shown, implies, cells }: HidingTask, mustHide: ReadonlySet<number>): ReadonlySet<number> {
  const backward: number[][] = cells.map(() => [])
  for (const [first, second] of implies) backward[second]?.push(first)
  const kept = reachable(
    shown.filter((cell) => !mustHide.has(cell)),
    backward,
  )
  return new Set([...kept].filter((cell) => !mustHide.has(cell)))
}

function closed(hidden: readonly number[], implies: HidingTask['implies'], size: number): ReadonlySet<number> {
  const forward: number[][] = Array.from({ length: size }, () => [])
  for (const [first, second] of implies) forward[first]?.push(second)
  return reachable(hidden, forward)
}

function reachable(start: readonly number[], edges: readonly (readonly number[])[]): ReadonlySet<number> {
  const seen = new Set(start)
  // A set that grows while it is walked is walked to its end.
  for (const cell of seen) for (const next of edges[cell] ?? []) seen.add(next)
  return seen
}

/** What hiding these cells takes from readers, those that are hidden whatever happens left out. */
export function costOf(piece: Piece, hidden: ReadonlySet<number>): number {
  let cost = 0
  for (const cell of hidden) if (piece.mustHide[cell] !== true) cost += piece.costs[cell] ?? 0
  return cost
}

/** What hiding one more cell takes, with all that goes along. */
export function addedCost(piece: Piece, hidden: ReadonlySet<number>, cell: number): number {
  let cost = 0
  for (const each of piece.closure[cell] ?? []) if (!hidden.has(each)) cost += piece.costs[each] ?? 0
  return cost
}

export function mustHideOf({ mustHide }: Piece): Set<number> {
  return new Set(mustHide.flatMap((must, cell) => (must ? [cell] : [])))
}

/** The whole room for cells that are hidden, none for those that are shown. */
export function sharesOf({ cells }: Piece, hidden: ReadonlySet<number>): Float64Array {
  return Float64Array.from(cells, (_, cell) => (hidden.has(cell) ? 1 : 0))
}
