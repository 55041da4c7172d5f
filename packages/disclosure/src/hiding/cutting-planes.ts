import type { Attacker } from './attacker.ts'
import type { Pattern } from './hide-by-moves.ts'
import type { Solver } from './load-solver.ts'
import { mustHideOf, sharesOf, type Need, type Piece } from './piece.ts'
import { isMet } from './prune.ts'
import { pointPool } from './whole-points.ts'

const NEAR = 1e-6
const VIOLATED = 1e-4
/** At most so many branches per program: unlike a clock it stops at the same point on every machine. */
const NODES = 2000

/** How long the program may go on. */
export interface Patience {
  /** Whether to stop now. */
  readonly isOver: () => boolean
  readonly secondsLeft: () => number
}

export interface Optimum {
  /** The cheapest pattern, when it is cheaper than the one that was known; else null. */
  readonly pattern: Pattern | null
  /** No pattern costs less. */
  readonly bound: number
}

/**
 * The cheapest pattern, by the cutting planes of Fischetti and Salazar-González (2001): which cells to hide is a
 * mixed-integer program over those cells alone; for every pattern it proposes, each attacker's program either proves the
 * interval or its dual gives an inequality that all protecting patterns meet. Where intervals are wide enough only
 * without whole numbers, at least one more cell must go.
 */
export function cheapestPattern(
  piece: Piece,
  attacker: Attacker,
  solver: Solver,
  known: number,
  patience: Patience,
): Optimum {
  const free = [...piece.cells.keys()].filter((cell) => piece.mustHide[cell] !== true)
  const step = free.every((cell) => Number.isInteger(piece.costs[cell])) ? 1 : 0
  const master = masterOf(solver, piece, free)
  let bound = 0
  const isSettled = () => (step === 1 ? Math.ceil(bound - NEAR) : bound) >= known - NEAR
  const search = (): Pattern | null => {
    while (!patience.isOver()) {
      const proposal = master.solve(patience.secondsLeft())
      if (!proposal) return null
      bound = Math.max(bound, proposal.bound)
      if (isSettled()) return null
      attacker.open(proposal.shares)
      const cuts = piece.needs.flatMap((need) => cutOf(piece, attacker, proposal.shares, need) ?? [])
      for (const cut of cuts) master.add(cut)
      if (cuts.length > 0) continue
      if (!proposal.isWhole) {
        master.demandWhole()
        continue
      }
      const pattern = provenPattern(piece, attacker, proposal.shares, patience)
      if (pattern) return pattern
      master.add({ weights: proposal.shares.map((share) => (share > 0.5 ? 0 : 1)), least: 1 })
    }
    return null
  }
  try {
    const pattern = search()
    return { pattern, bound: isSettled() ? known : step === 1 ? Math.ceil(bound - NEAR) : bound }
  } finally {
    master.dispose()
  }
}

/** `weights · hidden >= least` for every pattern that protects. */
interface Cut {
  readonly weights: Float64Array
  readonly least: number
}

function cutOf(piece: Piece, attacker: Attacker, shares: Float64Array, { cell, span }: Need): Cut | null {
  const weights = new Float64Array(shares.length)
  let reached = 0
  for (const direction of [1, -1] as const) {
    const { reach, prices } = attacker.furthest(cell, direction)
    reached += reach
    if (reached >= span - VIOLATED) return null
    for (const [at, price] of (prices ?? []).entries()) {
      const worth = price > 0 ? price * (piece.down[at] ?? 0) : -price * (piece.up[at] ?? 0)
      weights[at] = (weights[at] ?? 0) + worth
    }
  }
  let least = span
  for (const [at, must] of piece.mustHide.entries()) if (must) least -= weights[at] ?? 0
  // A hidden cell is hidden or not: more than the whole inequality asks for it cannot give.
  return { weights: weights.map((weight) => Math.min(weight, least)), least }
}

function provenPattern(piece: Piece, attacker: Attacker, shares: Float64Array, patience: Patience): Pattern | null {
  const hidden = mustHideOf(piece)
  for (const [cell, share] of shares.entries()) if (share > 0.5) hidden.add(cell)
  attacker.open(sharesOf(piece, hidden))
  const pool = pointPool(piece.needs.map(({ cell }) => cell))
  const seconds = patience.secondsLeft()
  return piece.needs.every((need) => isMet(piece, attacker, { hidden, pool }, need, seconds))
    ? { hidden, pool, unmet: [] }
    : null
}

interface Master {
  solve(seconds: number): { readonly shares: Float64Array; readonly bound: number; readonly isWhole: boolean } | null
  add(cut: Cut): void
  demandWhole(): void
  dispose(): void
}

function masterOf(solver: Solver, piece: Piece, free: readonly number[]): Master {
  const columns = new Map(free.map((cell, column) => [cell, column]))
  const model = solver.createModel()
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_max_nodes: NODES, random_seed: 1 })
  for (const cell of free) {
    model.addCol(piece.costs[cell] ?? 0, 0, 1, { indices: [], values: [] })
  }
  for (const [second, column] of columns) {
    for (const first of piece.heldBy[second] ?? []) {
      const holder = columns.get(first)
      if (holder !== undefined) model.addRow(0, Infinity, { indices: [column, holder], values: [1, -1] })
    }
  }
  let isWhole = false
  return {
    add: ({ weights, least }) => {
      const used = free.flatMap((cell, column) =>
        (weights[cell] ?? 0) > 1e-9 ? [[column, weights[cell] ?? 0] as const] : [],
      )
      model.addRow(least, Infinity, {
        indices: used.map(([column]) => column),
        values: used.map(([, weight]) => weight),
      })
    },
    demandWhole: () => {
      isWhole = true
      const all = { kind: 'range', from: 0, to: free.length - 1 } as const
      model.changeColsIntegrality(
        all,
        free.map(() => solver.constants.variableType.integer),
      )
    },
    solve: (seconds) => {
      model.options.set({ time_limit: model.getRunTime() + seconds })
      const { modelStatus } = model.run()
      if (modelStatus !== solver.constants.modelStatus.optimal) return null
      const values = model.getSolution().colValue
      const shares = Float64Array.from(piece.cells, (_, cell) =>
        Math.min(1, Math.max(0, values[columns.get(cell) ?? -1] ?? 1)),
      )
      return {
        shares: isWhole ? shares.map(Math.round) : shares,
        bound: isWhole ? Number(model.info.get('mip_dual_bound')) : model.getObjectiveValue(),
        isWhole,
      }
    },
    dispose: () => {
      model.dispose()
    },
  }
}
