import type { Model } from 'highs'
import type { Component } from './components.ts'
import type { Solver } from './load-solver.ts'

/** How far one cell can go while every sum holds, as a linear program says. */
export interface Extreme {
  /** Distance from the true value in the direction asked for; may be infinite. */
  readonly reach: number
  /** Changes of all cells of the component that bring it there; null when it has no end. */
  readonly changes: Float64Array | null
  /** Per cell: what a unit of its bounds is worth to the reach; zero where it does not matter. */
  readonly prices: Float64Array | null
}

/**
 * A reader who works out how far hidden cells can be from their true values. The variables are changes: zero for all is
 * always possible, so one model serves every pattern of hidden cells, each solved from where the one before ended.
 */
export interface Attacker {
  /** The share of its own room that each cell has: 0 is shown, 1 is hidden; between them only for cutting planes. */
  open(shares: ArrayLike<number>): void
  openCell(cell: number, share: number): void
  /** The furthest change of a cell, up (1) or down (-1); `cap` stops sooner. */
  furthest(cell: number, direction: 1 | -1, cap?: number): Extreme
  /** The changes in whole numbers that bring a cell furthest, or as far as `cap`; null when none was found in time. */
  furthestWhole(cell: number, direction: 1 | -1, seconds: number, cap?: number): Float64Array | null
  /** The changes that make `weights · changes` greatest; null when it has no end. */
  push(weights: Float64Array): Float64Array | null
  /** Linear programs solved until now. */
  readonly solved: () => number
  dispose(): void
}

/** Costs change from one program to the next and bounds rarely do, so what was found stays feasible: the primal method goes on from there. */
const QUIET = { output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 4, simplex_scale_strategy: 0 }
const QUIET_WHOLE = { output_flag: false }

export function attackerOf(solver: Solver, component: Component): Attacker {
  const size = component.cells.length
  const model = solver.createModel(programOf(component))
  model.options.set(QUIET)
  const shares = new Float64Array(size)
  let count = 0
  const bounds = (cell: number) => roomOf(component, cell, shares[cell] ?? 0)
  const openCell = (cell: number, share: number) => {
    if (shares[cell] === share) return
    shares[cell] = share
    model.changeColBounds(cell, ...bounds(cell))
  }
  const run = (): Model | 'noEnd' | 'brokenOff' => {
    count += 1
    const { modelStatus } = model.run()
    const { optimal, unbounded, unboundedOrInfeasible } = solver.constants.modelStatus
    if (modelStatus === optimal) return model
    model.clearSolver()
    // Zero changes are always possible, so it is not infeasible. A program that broke off proves nothing.
    return modelStatus === unbounded || modelStatus === unboundedOrInfeasible ? 'noEnd' : 'brokenOff'
  }
  return {
    openCell,
    open: (wanted) => {
      for (let cell = 0; cell < size; cell += 1) openCell(cell, wanted[cell] ?? 0)
    },
    furthest: (cell, direction, cap = Infinity) => {
      const [least, most] = bounds(cell)
      if (Number.isFinite(cap)) model.changeColBounds(cell, Math.max(least, -cap), Math.min(most, cap))
      model.changeColCost(cell, -direction)
      const extreme = readExtreme(run(), cell, direction)
      model.changeColCost(cell, 0)
      if (Number.isFinite(cap)) model.changeColBounds(cell, least, most)
      return extreme
    },
    furthestWhole: (cell, direction, seconds, cap = Infinity) =>
      solver.withModel(wholeProgramOf(component, shares, { cell, direction, cap }), (whole) => {
        whole.options.set({ ...QUIET_WHOLE, time_limit: seconds })
        whole.run()
        return whole.info.get('primal_solution_status') === 2 ? whole.getSolution().colValue : null
      }),
    push: (weights) => {
      const all = { kind: 'range', from: 0, to: size - 1 } as const
      model.changeColsCost(
        all,
        weights.map((weight) => -weight),
      )
      const found = run()
      const changes = typeof found === 'string' ? null : found.getSolution().colValue
      model.changeColsCost(all, new Float64Array(size))
      return changes
    },
    solved: () => count,
    dispose: () => {
      model.dispose()
    },
  }
}

function roomOf({ up, down }: Component, cell: number, share: number): [number, number] {
  // Infinity times nothing is not a number.
  if (share === 0) return [0, 0]
  return [-(down[cell] ?? 0) * share, (up[cell] ?? 0) * share]
}

function readExtreme(model: Model | 'noEnd' | 'brokenOff', cell: number, direction: 1 | -1): Extreme {
  if (typeof model === 'string') return { reach: model === 'noEnd' ? Infinity : 0, changes: null, prices: null }
  const { colValue, colDual } = model.getSolution()
  return { reach: direction * (colValue[cell] ?? 0), changes: colValue, prices: colDual }
}

function programOf({ cells, rows }: Component) {
  const zeros = new Float64Array(cells.length)
  const nothing = new Float64Array(rows.length)
  const starts = [0]
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.cells.length)
  return {
    numCols: cells.length,
    numRows: rows.length,
    colCost: zeros,
    colLower: zeros,
    colUpper: zeros,
    rowLower: nothing,
    rowUpper: nothing,
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: cells.length,
      starts,
      indices: rows.flatMap((row) => row.cells),
      values: rows.flatMap((row) => row.signs),
    },
  }
}

function wholeProgramOf(
  component: Component,
  shares: Float64Array,
  { cell, direction, cap }: { readonly cell: number; readonly direction: 1 | -1; readonly cap: number },
) {
  const rooms = component.cells.map((_, at) => {
    const [least, most] = roomOf(component, at, Math.floor(shares[at] ?? 0))
    return at === cell ? ([Math.max(least, -cap), Math.min(most, cap)] as const) : ([least, most] as const)
  })
  return {
    ...programOf(component),
    colCost: component.cells.map((_, at) => (at === cell ? -direction : 0)),
    colLower: rooms.map(([least]) => least),
    colUpper: rooms.map(([, most]) => most),
    integrality: component.cells.map(() => 1 as const),
  }
}
