import { attackerOf, type Attacker } from './attacker.ts'
import type { CellRange, CellSystem, RangesTask } from './cell-system.ts'
import { componentsOf, type Component } from './components.ts'
import { fittingValues } from './fitting-values.ts'
import type { Solver } from './load-solver.ts'
import { reachOf, type Reach } from './reach.ts'
import { tiedCells } from './tied-cells.ts'
import { pinnedCells } from './pinned-cells.ts'
import { pointPool, wholePointOf, type PointPool } from './whole-points.ts'

type Wanted = RangesTask['wanted'][number]

/**
 * What a reader can work out of hidden cells: the least and the most whole number that each can be, given everything that
 * is shown, all sums and what is known of each cell. `most` is infinite where nothing bounds it.
 *
 * @param seconds at most so long for one program in whole numbers; where that ends early, the range told is the part that
 *   is proven to be possible, so a cell never looks safer than it is. The values of hidden cells need not be the true ones:
 *   where they fit no sum others are found. Where no numbers fit at all, `least` is infinite and `most` is minus that.
 */
export function rangesOf(solver: Solver, task: RangesTask, seconds: number): readonly CellRange[] {
  const hidden = new Set(task.hidden)
  const values = fittingValues(solver, task, hidden, seconds)
  if (values === 'none') return task.wanted.map(({ cell }) => ({ cell, least: Infinity, most: -Infinity }))
  if (values === 'notFound') return task.wanted.map(({ cell }) => rangeOf(task, cell, undefined))
  return rangesAround(
    solver,
    { ...task, cells: task.cells.map((cell, at) => ({ ...cell, value: values[at] ?? cell.value })) },
    hidden,
    seconds,
  )
}

/** Ranges, from values that fit. */
function rangesAround(
  solver: Solver,
  task: RangesTask,
  hidden: ReadonlySet<number>,
  seconds: number,
): readonly CellRange[] {
  const pinned = pinnedCells(task, hidden)
  const loose = new Set([...hidden].filter((cell) => !pinned.has(cell)))
  const tied = tiedCells(task, loose)
  const standsFor = (cell: number): number => tied.standsFor[cell] ?? cell
  const wanted = new Map<number, number | null>()
  for (const { cell, enough } of task.wanted) {
    const known = wanted.get(standsFor(cell))
    const exact = enough === null || known === null
    wanted.set(standsFor(cell), exact ? null : Math.max(enough, known ?? 0))
  }
  const reaches = new Map<number, Reach>()
  const open = new Set([...loose].filter((cell) => standsFor(cell) === cell))
  for (const component of componentsOf(tied, open)) {
    const asked = component.cells.flatMap((cell, place) => {
      const enough = wanted.get(cell)
      return enough === undefined ? [] : [{ cell, enough, place }]
    })
    if (asked.length > 0) rangesWithin(solver, component, asked, seconds, reaches)
  }
  return task.wanted.map(({ cell }) => rangeOf(task, cell, reaches.get(standsFor(cell))))
}

/**
 * The same where values need not be whole, as sums of weights: from every cell of `hidden` the least and the most it can
 * be, to the precision of the solver (about 1e-7).
 */
export function realRangesOf(solver: Solver, system: CellSystem, hidden: readonly number[]): readonly CellRange[] {
  const ranges = componentsOf(system, new Set(hidden)).flatMap((component) => {
    const attacker = attackerOf(solver, component)
    try {
      attacker.open(component.cells.map(() => 1))
      return component.cells.map((cell, place) => {
        const [below, above] = [attacker.furthest(place, -1).reach, attacker.furthest(place, 1).reach]
        return rangeOf(system, cell, { below, above })
      })
    } finally {
      attacker.dispose()
    }
  })
  const byCell = new Map(ranges.map((range) => [range.cell, range]))
  return hidden.flatMap((cell) => byCell.get(cell) ?? [])
}

function rangeOf({ cells }: CellSystem, cell: number, reach: Reach | undefined): CellRange {
  const value = cells[cell]?.value ?? 0
  return { cell, least: value - (reach?.below ?? 0), most: value + (reach?.above ?? 0) }
}

function rangesWithin(
  solver: Solver,
  component: Component,
  asked: readonly (Wanted & { readonly place: number })[],
  seconds: number,
  into: Map<number, Reach>,
): void {
  const attacker = attackerOf(solver, component)
  try {
    attacker.open(component.cells.map(() => 1))
    const pool = pointPool(asked.map(({ place }) => place))
    const patient = asked.filter(({ enough }) => enough !== null)
    if (patient.length > FEW) moveMany(attacker, component, pool, patient)
    for (const { cell, place, enough } of asked) {
      into.set(cell, reachOf(attacker, component, pool, place, enough, seconds))
    }
  } finally {
    attacker.dispose()
  }
}

const FEW = 4
const ROUNDS = 6

/** Moves all cells at once, each the way it has the most room still to prove: a few programs settle most of them. */
function moveMany(
  attacker: Attacker,
  component: Component,
  pool: PointPool,
  asked: readonly (Wanted & { readonly place: number })[],
): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    const weights = new Float64Array(component.cells.length)
    const open = asked.filter(({ place, enough }) => pool.span(place) < (enough ?? Infinity))
    if (open.length <= FEW) return
    // Signs that differ by place and round, so that cells of one sum do not all pull the same way.
    for (const { place } of open) weights[place] = ((place * 2654435761) >>> (round + 8)) % 2 === 0 ? 1 : -1
    const changes = attacker.push(weights)
    const point = changes && wholePointOf(component, changes)
    if (point) pool.add(point)
  }
}
