import type { HidingOutcome, HidingTask } from './cell-system.ts'
import { hideByMoves } from './hide-by-moves.ts'
import { costOf, piecesOf } from './piece.ts'

/**
 * Hides without a solver, for when it gave up or was killed: safe, and more than need be. Each interval is widened by
 * changes in whole numbers that are found one by one; where none is found, everything that may be hidden with it is.
 */
export function hideCoarsely(task: HidingTask): HidingOutcome {
  const found = piecesOf(task).map((piece) => ({ piece, ...hideByMoves(piece) }))
  return {
    hidden: found
      .flatMap(({ piece, hidden }) => [...hidden].map((cell) => piece.cells[cell] ?? 0))
      .toSorted((a, b) => a - b),
    method: 'coarse',
    cost: found.reduce((sum, { piece, hidden }) => sum + costOf(piece, hidden), 0),
    bound: 0,
    unmet: found.flatMap(({ piece, unmet }) => unmet.map(({ cell }) => piece.cells[cell] ?? 0)),
  }
}
