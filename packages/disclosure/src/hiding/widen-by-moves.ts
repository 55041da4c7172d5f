import type { Component } from './components.ts'
import { findMove, type Move, type MoveState } from './move-search.ts'
import type { Need } from './piece.ts'
import type { PointPool } from './whole-points.ts'

/**
 * Moves a cell one way until its interval is wide enough or no way is left, and remembers in the pool where it and all that moved
 * along came. What it finds is possible; what it does not find may be possible, too.
 *
 * @param onMove hears of each step that was made
 */
export function widenByMoves(
  component: Component,
  pool: PointPool,
  need: Need,
  direction: 1 | -1,
  priceOf: MoveState['priceOf'],
  onMove: (move: Move) => void = () => undefined,
): void {
  const offset = new Map<number, number>()
  while (pool.span(need.cell) < need.span) {
    const move = findMove(component, { offset, priceOf }, need.cell, direction)
    if (!move) return
    const far = direction > 0 ? pool.most(need.cell) : -pool.least(need.cell)
    const wanted = need.span - pool.span(need.cell) + far - Math.abs(offset.get(need.cell) ?? 0)
    step(offset, move, Math.min(wanted, stepsOf(component, offset, move)))
    pool.add(new Map([...offset].filter(([, change]) => change !== 0)))
    onMove(move)
  }
}

function step(offset: Map<number, number>, move: Move, times: number): void {
  for (const [cell, change] of move) offset.set(cell, (offset.get(cell) ?? 0) + times * change)
}

/** How often a move can be made before a cell reaches its bound. */
function stepsOf(component: Component, offset: ReadonlyMap<number, number>, move: Move): number {
  let most = Infinity
  for (const [cell, change] of move) {
    const at = offset.get(cell) ?? 0
    most = Math.min(most, change > 0 ? (component.up[cell] ?? 0) - at : (component.down[cell] ?? 0) + at)
  }
  return Math.max(1, Math.floor(most))
}
