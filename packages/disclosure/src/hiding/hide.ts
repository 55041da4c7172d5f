import { attackerOf, type Attacker } from './attacker.ts'
import type { HidingOutcome, HidingTask } from './cell-system.ts'
import { cheapestPattern } from './cutting-planes.ts'
import { hideByDeviations } from './hide-by-deviations.ts'
import { hideByMoves, type Pattern } from './hide-by-moves.ts'
import type { Solver } from './load-solver.ts'
import { costOf, mustHideOf, piecesOf, type Need, type Piece } from './piece.ts'
import { prune } from './prune.ts'
import { reachOf } from './reach.ts'
import { pointPool } from './whole-points.ts'

/** When to stop looking for something cheaper. A protecting pattern is always found first. */
export interface SolvingLimits {
  /** For one task. */
  readonly seconds: number
  /** A clock in milliseconds. */
  readonly now: () => number
  /**
   * Cells times linear programs that the search for the cheapest pattern may take in one piece. Unlike the clock it stops at
   * the same point on every machine, so the same counts hide the same cells.
   */
  readonly effort?: number
}

const EFFORT = 400_000

/** Hides so that every protection holds, as cheaply as can be found within the limits. */
export function hideCells(solver: Solver, task: HidingTask, limits: SolvingLimits): HidingOutcome {
  const start = limits.now()
  const secondsLeft = () => Math.max(0, limits.seconds - (limits.now() - start) / 1000)
  const pieces = piecesOf(task).toSorted((a, b) => a.cells.length - b.cells.length)
  const hidden: number[] = []
  const unmet: number[] = []
  let [cost, bound, isExact] = [0, 0, true]
  for (const piece of pieces) {
    const found = hidePiece(solver, piece, {
      effort: Math.min(task.effort ?? Infinity, limits.effort ?? EFFORT),
      secondsLeft,
      strict: task.strict ?? false,
    })
    for (const cell of found.pattern.hidden) hidden.push(piece.cells[cell] ?? 0)
    for (const { cell } of found.unmet) unmet.push(piece.cells[cell] ?? 0)
    const price = costOf(piece, found.pattern.hidden)
    cost += price
    bound += Math.min(price, found.bound)
    isExact &&= found.bound >= price - 1e-6
  }
  return {
    hidden: hidden.toSorted((a, b) => a - b),
    method: isExact ? 'exact' : 'bounded',
    cost,
    bound: isExact ? cost : bound,
    unmet,
  }
}

interface Found {
  readonly pattern: Pattern
  readonly bound: number
  /** Needs that were lowered to what can be had. */
  readonly unmet: readonly Need[]
}

interface Means {
  readonly effort: number
  readonly secondsLeft: () => number
  readonly strict: boolean
}

function hidePiece(solver: Solver, whole: Piece, { effort, secondsLeft, strict }: Means): Found {
  if (whole.needs.length === 0)
    return { pattern: { hidden: mustHideOf(whole), pool: pointPool([]), unmet: [] }, bound: 0, unmet: [] }
  const moves = hideByMoves(whole)
  // Most pieces need nothing more than what is hidden anyway, which moves alone prove.
  if (moves.unmet.length === 0 && costOf(whole, moves.hidden) === 0) return { pattern: moves, bound: 0, unmet: [] }
  const attacker = attackerOf(solver, whole)
  try {
    const direct = hideByDeviations(whole, attacker, solver, secondsLeft())
    const impossible = strict ? outOfReach(whole, attacker, direct) : []
    if (impossible.length > 0) return { pattern: everything(whole), bound: 0, unmet: impossible }
    const needs = attainable(whole, attacker, direct, secondsLeft())
    const unmet = whole.needs.filter((need) => !needs.some(({ cell, span }) => cell === need.cell && span >= need.span))
    if (strict && unmet.length > 0) return { pattern: everything(whole), bound: 0, unmet }
    const piece = { ...whole, needs }
    const found = direct.unmet.length === 0 ? direct : hideByDeviations(piece, attacker, solver, secondsLeft())
    const best = cheapest(piece, attacker, [found, moves], secondsLeft)
    const known = costOf(piece, best.hidden)
    if (known === 0) return { pattern: best, bound: 0, unmet }
    const most = attacker.solved() + effort / piece.cells.length
    const patience = { isOver: () => attacker.solved() > most || secondsLeft() === 0, secondsLeft }
    const { pattern, bound } = cheapestPattern(piece, attacker, solver, known, patience)
    return { pattern: pattern ?? best, bound: pattern ? costOf(piece, pattern.hidden) : bound, unmet }
  } finally {
    attacker.dispose()
  }
}

/** What cannot be had with everything hidden, whether numbers are whole or not. */
function outOfReach(piece: Piece, attacker: Attacker, { unmet }: Pattern): readonly Need[] {
  attacker.open(piece.cells.map(() => 1))
  return unmet.filter(
    ({ cell, span }) => attacker.furthest(cell, 1, span).reach + attacker.furthest(cell, -1, span).reach < span - NEAR,
  )
}

const NEAR = 1e-6

/** What cannot be had with everything hidden is not asked for; the audit tells where that leaves too little. */
function attainable(piece: Piece, attacker: Attacker, { unmet }: Pattern, seconds: number): Piece['needs'] {
  if (unmet.length === 0) return piece.needs
  attacker.open(piece.cells.map(() => 1))
  const pool = pointPool(unmet.map(({ cell }) => cell))
  const missed = new Set(unmet)
  return piece.needs.flatMap((need) => {
    if (!missed.has(need)) return [need]
    const { below, above } = reachOf(attacker, piece, pool, need.cell, need.span, seconds)
    const span = Math.min(need.span, below + above)
    return span > 0 ? [{ cell: need.cell, span }] : []
  })
}

/** In larger pieces moves hide so much that showing it again takes longer than all else, and rarely ends cheaper. */
const SMALL = 300

/** The cheaper of what linear programs and moves find, with nothing hidden that need not be. */
function cheapest(piece: Piece, attacker: Attacker, found: readonly Pattern[], secondsLeft: () => number): Pattern {
  const protecting = found.filter(({ unmet }) => unmet.length === 0)
  const candidates = piece.cells.length <= SMALL ? protecting : protecting.slice(0, 1)
  const pruned = candidates.map((pattern) => prune(piece, attacker, pattern, secondsLeft()))
  const [first = everything(piece), ...rest] = pruned
  return rest.reduce((best, next) => (costOf(piece, next.hidden) < costOf(piece, best.hidden) ? next : best), first)
}

function everything(piece: Piece): Pattern {
  return { hidden: new Set(piece.cells.keys()), pool: pointPool([]), unmet: [] }
}
