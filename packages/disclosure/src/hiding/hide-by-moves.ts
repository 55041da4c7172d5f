import type { Component } from './components.ts'
import { addedCost, mustHideOf, type Need, type Piece } from './piece.ts'
import { widenByMoves } from './widen-by-moves.ts'
import { pointPool, type PointPool } from './whole-points.ts'

/** A pattern, and possible truths under it that prove the needs which are met. */
export interface Pattern {
  readonly hidden: ReadonlySet<number>
  readonly pool: PointPool
  readonly unmet: readonly Need[]
}

/**
 * Hides without a solver: every cell that needs it is moved up and down in whole numbers until its interval is wide
 * enough, and what moves along is hidden. The moves are the proof. Where the search finds none everything is hidden, which
 * protects whatever can be protected, but is not proven here.
 */
export function hideByMoves(piece: Piece): Pattern {
  const hidden = mustHideOf(piece)
  const pool = pointPool(piece.needs.map(({ cell }) => cell))
  const unmet: Need[] = []
  for (const need of piece.needs.toSorted((a, b) => b.span - a.span)) {
    for (const direction of [1, -1] as const) widen(piece, hidden, pool, need, direction)
    if (pool.span(need.cell) < need.span) unmet.push(need)
  }
  if (unmet.length > 0) for (const cell of piece.cells.keys()) hidden.add(cell)
  return { hidden, pool, unmet }
}

/** Cells that are shown may move as well: then they are hidden, at the price of what goes with them. */
function widen(piece: Piece, hidden: Set<number>, pool: PointPool, need: Need, direction: 1 | -1): void {
  const scale = typicalCost(piece)
  const priceOf = (cell: number): number => (hidden.has(cell) ? 0 : addedCost(piece, hidden, cell) / scale + 1)
  widenByMoves(piece, pool, need, direction, priceOf, (move) => {
    for (const cell of move.keys()) for (const along of piece.closure[cell] ?? []) hidden.add(along)
  })
}

function typicalCost({ costs }: Piece): number {
  return costs.reduce((sum, cost) => sum + cost, 0) / costs.length || 1
}

/** Widens the interval of a cell as far as moves of hidden cells can, and remembers them in the pool. */
export function widenWithin(component: Component, hidden: ReadonlySet<number>, pool: PointPool, need: Need): void {
  const priceOf = (cell: number): number | null => (hidden.has(cell) ? 0 : null)
  for (const direction of [1, -1] as const) widenByMoves(component, pool, need, direction, priceOf)
}
