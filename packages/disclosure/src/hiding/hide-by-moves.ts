import { findMove, type Move } from './move-search.ts'
import { mustHideOf, type Need, type Piece } from './piece.ts'
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

function widen(piece: Piece, hidden: Set<number>, pool: PointPool, need: Need, direction: 1 | -1): void {
  moveOn(piece, hidden, pool, need, direction, (move) => {
    for (const cell of move.keys()) for (const along of piece.closure[cell] ?? []) hidden.add(along)
  })
}

/** Widens the interval of a cell as far as moves of hidden cells can, and remembers them in the pool. */
export function widenWithin(piece: Piece, hidden: ReadonlySet<number>, pool: PointPool, need: Need): void {
  for (const direction of [1, -1] as const) moveOn(piece, hidden, pool, need, direction, null)
}

/** Moves one cell until its interval is wide enough or no way is left. With `hide` moves may take cells that are shown. */
function moveOn(
  piece: Piece,
  hidden: ReadonlySet<number>,
  pool: PointPool,
  need: Need,
  direction: 1 | -1,
  hide: ((move: Move) => void) | null,
): void {
  const offset = new Map<number, number>()
  while (pool.span(need.cell) < need.span) {
    const move = findMove(piece, { hidden, offset, mayHide: hide !== null }, need.cell, direction)
    if (!move) return
    const far = direction > 0 ? pool.most(need.cell) : -pool.least(need.cell)
    const wanted = need.span - pool.span(need.cell) + far - Math.abs(offset.get(need.cell) ?? 0)
    step(offset, move, Math.min(wanted, stepsOf(piece, offset, move)))
    pool.add(new Map([...offset].filter(([, change]) => change !== 0)))
    hide?.(move)
  }
}

function step(offset: Map<number, number>, move: Move, times: number): void {
  for (const [cell, change] of move) offset.set(cell, (offset.get(cell) ?? 0) + times * change)
}

/** How often a move can be made before a cell reaches its bound. */
function stepsOf(piece: Piece, offset: ReadonlyMap<number, number>, move: Move): number {
  let most = Infinity
  for (const [cell, change] of move) {
    const at = offset.get(cell) ?? 0
    most = Math.min(most, change > 0 ? (piece.up[cell] ?? 0) - at : (piece.down[cell] ?? 0) + at)
  }
  return Math.max(1, Math.floor(most))
}
