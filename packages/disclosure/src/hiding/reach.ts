import type { Attacker } from './attacker.ts'
import type { Component } from './components.ts'
import { wholePointOf, type PointPool } from './whole-points.ts'

const NEAR = 1e-6

/** How far a cell can be below and above its true value, in whole numbers. Both ends are reached by a possible truth. */
export interface Reach {
  readonly below: number
  readonly above: number
}

/**
 * The whole-number reach of a cell under the pattern that the attacker has open. A program without whole numbers comes
 * first: rounded inwards it bounds the answer, and its solution usually is whole already. Only where it is not, and where
 * that matters, a program in whole numbers decides.
 *
 * @param enough stop once the span is at least this; null for the exact reach
 */
export function reachOf(
  attacker: Attacker,
  component: Component,
  pool: PointPool,
  cell: number,
  enough: number | null,
  seconds: number,
): Reach {
  const isEnough = () => enough !== null && pool.span(cell) >= enough
  const outer = { below: Infinity, above: Infinity }
  if (isEnough()) return found(pool, cell)
  for (const [side, direction] of [
    ['above', 1],
    ['below', -1],
  ] as const) {
    const needed = enough ?? Infinity
    const { reach, changes } = attacker.furthest(cell, direction, needed)
    const point = changes && wholePointOf(component, changes)
    if (point) pool.add(point)
    outer[side] = Math.floor(reach + NEAR)
    if (isEnough()) return found(pool, cell)
  }
  const open = { below: outer.below > -pool.least(cell), above: outer.above > pool.most(cell) }
  for (const [side, direction] of [
    ['above', 1],
    ['below', -1],
  ] as const) {
    if (!open[side] || isEnough() || outer[side] === Infinity) continue
    const proven = side === 'above' ? -pool.least(cell) : pool.most(cell)
    const cap = enough === null ? Infinity : enough - proven
    const changes = attacker.furthestWhole(cell, direction, seconds, cap)
    const point = changes && wholePointOf(component, changes)
    if (point) pool.add(point)
  }
  return {
    below: outer.below === Infinity ? Infinity : -pool.least(cell),
    above: outer.above === Infinity ? Infinity : pool.most(cell),
  }
}

function found(pool: PointPool, cell: number): Reach {
  return { below: -pool.least(cell), above: pool.most(cell) }
}
