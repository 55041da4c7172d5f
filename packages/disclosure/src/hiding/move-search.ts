import type { Component } from './components.ts'

/** Changes of 1 or -1 that leave every sum as it is. */
export type Move = ReadonlyMap<number, 1 | -1>

/** Where the search stands: what is hidden, and how far each cell already is from its true value. */
export interface MoveState {
  /** What moving a cell costs; null of a cell that may not move. */
  readonly priceOf: (cell: number) => number | null
  readonly offset: ReadonlyMap<number, number>
}

interface Option {
  readonly place: number
  readonly change: 1 | -1
  readonly worth: number
}

const BRANCHES = 4
const STEPS = 150

/**
 * Changes one cell by 1 and mends every sum that this breaks by changing another cell of it, until all hold: hidden cells
 * first, then what mends most sums at once, then what is cheapest to hide. A search without a solver, so it may find no
 * way where there is one, and not the cheapest.
 */
export function findMove(piece: Component, state: MoveState, cell: number, direction: 1 | -1): Move | null {
  const move = new Map<number, 1 | -1>()
  const broken = new Map<number, number>()
  let steps = 0
  const apply = (place: number, change: number) => {
    for (const at of piece.rowsOf[place] ?? []) {
      const sum = (broken.get(at) ?? 0) + change * signIn(piece, at, place)
      if (sum === 0) broken.delete(at)
      else broken.set(at, sum)
    }
  }
  const mend = (): boolean => {
    const next = narrowest(piece, broken)
    if (next === null) return true
    steps += 1
    if (steps > STEPS) return false
    for (const option of optionsOf(piece, state, move, broken, next)) {
      move.set(option.place, option.change)
      apply(option.place, option.change)
      if (mend()) return true
      move.delete(option.place)
      apply(option.place, -option.change)
      if (steps > STEPS) return false
    }
    return false
  }
  if (!hasRoom(piece, state, cell, direction)) return null
  move.set(cell, direction)
  apply(cell, direction)
  return mend() ? move : null
}

function hasRoom(piece: Component, { offset }: MoveState, cell: number, change: number): boolean {
  const after = (offset.get(cell) ?? 0) + change
  return after <= (piece.up[cell] ?? 0) && after >= -(piece.down[cell] ?? 0)
}

function optionsOf(
  piece: Component,
  state: MoveState,
  move: Move,
  broken: ReadonlyMap<number, number>,
  at: number,
): readonly Option[] {
  const row = piece.rows[at]
  const sum = broken.get(at) ?? 0
  const options: Option[] = []
  for (const [index, place] of (row?.cells ?? []).entries()) {
    const change = sum * (row?.signs[index] ?? 0) > 0 ? -1 : 1
    if (move.has(place) || !hasRoom(piece, state, place, change)) continue
    const price = state.priceOf(place)
    if (price !== null) options.push({ place, change, worth: mendedBy(piece, broken, place, change) - price })
  }
  return options.toSorted((a, b) => b.worth - a.worth).slice(0, BRANCHES)
}

/** How many sums a change mends, less those that it breaks. */
function mendedBy(piece: Component, broken: ReadonlyMap<number, number>, place: number, change: 1 | -1): number {
  let mended = 0
  for (const at of piece.rowsOf[place] ?? []) {
    const sum = broken.get(at)
    mended += sum !== undefined && sum * change * signIn(piece, at, place) < 0 ? 1 : -1
  }
  return mended
}

/** The broken sum with the fewest cells: the one with the least choice. */
function narrowest({ rows }: Component, broken: ReadonlyMap<number, number>): number | null {
  let [best, size] = [null as number | null, Infinity]
  for (const at of broken.keys()) {
    const cells = rows[at]?.cells.length ?? 0
    if (cells < size) [best, size] = [at, cells]
  }
  return best
}

function signIn({ rows }: Component, at: number, place: number): number {
  const row = rows[at]
  return row?.signs[row.cells.indexOf(place)] ?? 0
}
