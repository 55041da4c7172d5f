import type { Attacker } from './attacker.ts'
import type { Pattern } from './hide-by-moves.ts'
import type { Solver } from './load-solver.ts'
import { addedCost, mustHideOf, sharesOf, type Need, type Piece } from './piece.ts'
import { isMet } from './prune.ts'
import { pointPool, wholePointOf, type PointPool } from './whole-points.ts'

const NEAR = 1e-7
/** Among cells that cost nothing, the fewest changes: what few cells prove stays proven when others are shown again. */
const PER_CHANGE = 1e-4
const ROUNDS = 4

/**
 * Hides by linear programs: for every cell whose interval is too narrow yet, the cheapest changes that widen it, where a
 * cell costs per unit what hiding it costs divided by what it can contribute; what changes is hidden, and costs nothing
 * for the next. The heuristic of Kelly, Golden and Assad (1992) as refined by Fischetti and Salazar-González (2001).
 */
export function hideByDeviations(piece: Piece, attacker: Attacker, solver: Solver, seconds: number): Pattern {
  const hidden = mustHideOf(piece)
  const pool = pointPool(piece.needs.map(({ cell }) => cell))
  const unmet: Need[] = []
  const deviations = cheapestDeviations(solver, piece)
  try {
    attacker.open(sharesOf(piece, hidden))
    for (const need of piece.needs.toSorted((a, b) => b.span - a.span || a.cell - b.cell)) {
      if (!widen(piece, attacker, deviations, hidden, pool, need, seconds)) unmet.push(need)
    }
  } finally {
    deviations.dispose()
  }
  return { hidden, pool, unmet }
}

function widen(
  piece: Piece,
  attacker: Attacker,
  deviations: Deviations,
  hidden: Set<number>,
  pool: PointPool,
  need: Need,
  seconds: number,
): boolean {
  for (let round = 0; round < ROUNDS; round += 1) {
    if (isMet(piece, attacker, { hidden, pool }, need, seconds)) return true
    const [above, below] = [pool.most(need.cell), -pool.least(need.cell)]
    const changes =
      deviations.find(hidden, need.cell, need.span - below + round) ??
      deviations.find(hidden, need.cell, -(need.span - above + round))
    if (!changes) return false
    for (const [cell, change] of changes.entries()) {
      if (Math.abs(change) < NEAR) continue
      for (const along of piece.closure[cell] ?? []) {
        hidden.add(along)
        attacker.openCell(along, 1)
      }
    }
    const point = wholePointOf(piece, changes)
    if (point) pool.add(point)
  }
  return isMet(piece, attacker, { hidden, pool }, need, seconds)
}

interface Deviations {
  /** The cheapest changes in which this cell changes by so much; null when there are none. */
  find(hidden: ReadonlySet<number>, cell: number, change: number): Float64Array | null
  dispose(): void
}

function cheapestDeviations(solver: Solver, piece: Piece): Deviations {
  const size = piece.cells.length
  const model = solver.createModel(programOf(piece))
  model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' })
  const all = { kind: 'range', from: 0, to: 2 * size - 1 } as const
  return {
    find: (hidden, cell, change) => {
      const [place, other] = change > 0 ? [cell, size + cell] : [size + cell, cell]
      const most = Math.abs(change)
      const room = (change > 0 ? piece.up[cell] : piece.down[cell]) ?? 0
      if (room < most) return null
      const otherRoom = (change > 0 ? piece.down[cell] : piece.up[cell]) ?? 0
      model.changeColsCost(all, unitCosts(piece, hidden, most))
      model.changeColBounds(place, most, most)
      model.changeColBounds(other, 0, 0)
      // All costs are at least 0, so from here the dual method needs few steps; from where the last one ended it does not.
      model.setLogicalBasis()
      const { modelStatus } = model.run()
      const isFound = modelStatus === solver.constants.modelStatus.optimal
      const values = isFound ? model.getSolution().colValue : null
      model.changeColBounds(place, 0, room)
      model.changeColBounds(other, 0, otherRoom)
      return values && Float64Array.from({ length: size }, (_, at) => (values[at] ?? 0) - (values[size + at] ?? 0))
    },
    dispose: () => {
      model.dispose()
    },
  }
}

function unitCosts(piece: Piece, hidden: ReadonlySet<number>, most: number): Float64Array {
  const size = piece.cells.length
  const costs = new Float64Array(2 * size)
  for (let cell = 0; cell < size; cell += 1) {
    const price = hidden.has(cell) ? 0 : addedCost(piece, hidden, cell)
    const [up, down] = [piece.up[cell] ?? 0, piece.down[cell] ?? 0]
    if (up > 0) costs[cell] = PER_CHANGE + price / Math.min(most, up)
    if (down > 0) costs[size + cell] = PER_CHANGE + price / Math.min(most, down)
  }
  return costs
}

function programOf({ cells, rows, up, down }: Piece) {
  const size = cells.length
  const nothing = new Float64Array(rows.length)
  const starts = [0]
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + 2 * row.cells.length)
  return {
    numCols: 2 * size,
    numRows: rows.length,
    colCost: new Float64Array(2 * size),
    colLower: new Float64Array(2 * size),
    colUpper: [...up, ...down],
    rowLower: nothing,
    rowUpper: nothing,
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: 2 * size,
      starts,
      indices: rows.flatMap((row) => [...row.cells, ...row.cells.map((cell) => size + cell)]),
      values: rows.flatMap((row) => [...row.signs, ...row.signs.map((sign) => -sign)]),
    },
  }
}
