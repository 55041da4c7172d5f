import type { Solving } from './cell-system.ts'
import { hideCells, type SolvingLimits } from './hide.ts'
import type { Solver } from './load-solver.ts'
import { rangesOf } from './ranges.ts'

/**
 * Solves in this process. A program that runs cannot be interrupted from outside, so a server solves in a worker that it
 * can end, with this in it.
 *
 * @example
 * const solving = solveHere(await loadSolver(), { seconds: 10, now: () => performance.now() })
 * const { hidden } = await solving.hide(task)
 */
export function solveHere(solver: Solver, limits: SolvingLimits): Solving {
  return {
    hide: (task) => Promise.resolve().then(() => hideCells(solver, task, limits)),
    ranges: (task) => Promise.resolve().then(() => rangesOf(solver, task, limits.seconds)),
  }
}
