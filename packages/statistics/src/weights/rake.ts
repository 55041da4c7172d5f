import { problem } from '@klankbord/model'
import { givenWeights } from '../columns/require-rows.ts'
import {
  farthestCategory,
  largestError,
  reachedMargins,
  requireMargins,
  totalOf,
  type Margin,
  type ReachedMargin,
} from './margin.ts'
import { cellsOf, type RakingCells } from './raking-cells.ts'
import { requireReachable } from './require-reachable.ts'

export interface RakeInput {
  /** At least one. */
  readonly margins: readonly Margin[]
  /** 1 for everybody unless told. */
  readonly baseWeights?: ArrayLike<number>
  /** Rounds over all margins after which it gives up; 10 000 unless told. */
  readonly mostRounds?: number
}

/** Weights that meet their margins, which was looked at and not assumed. */
export interface RakedWeights {
  /** Per row. */
  readonly weights: Float64Array
  readonly rounds: number
  readonly margins: readonly ReachedMargin[]
  /** The largest distance from a total, as a share of that total. */
  readonly largestError: number
}

/** Each category is within this share of its total. */
const CLOSE = 1e-11

/**
 * Raking: iterative proportional fitting of weights to several margins (Deming & Stephan 1940), which keeps to the base
 * weights as closely as the margins allow (Ireland & Kullback 1968). It is done when every margin is met, and never because
 * little changed between rounds: on margins that no weights can meet, rounds soon stop changing anything.
 *
 * @example rake({ margins: [sex, age, kindOfCare] }).weights
 * @throws Problem `marginsNotReachable`, with the category that makes it impossible; `marginNotReached` where no such
 *   category can be named and the rounds are over; what `requireMargins` refuses; `weightOutOfRange`, `lengthsDiffer`,
 *   `argumentOutOfRange` for no margins
 */
export function rake({ margins, baseWeights, mostRounds = 10_000 }: RakeInput): RakedWeights {
  const rows = margins[0]?.codes.length ?? 0
  if (rows === 0) throw problem('argumentOutOfRange', { name: 'margins', value: 0, expected: 'at least one' })
  const base = givenWeights('baseWeights', baseWeights, rows)
  requireMargins(margins, rows)
  const cells = cellsOf(margins, base)
  requireReachable(margins, cells)
  const rounds = fit(cells, margins, mostRounds)
  const weights = base.map((weight, row) => weight * (cells.factors[cells.cellOf[row] ?? 0] ?? 0))
  const reached = reachedMargins(margins, weights)
  const error = largestError(reached)
  if (rounds > mostRounds) throw farthest(reached)
  return { weights, rounds, margins: reached, largestError: error }
}

/** Fits the factors of the cells; the number of rounds that it took, or one more than allowed. */
function fit(cells: RakingCells, margins: readonly Margin[], mostRounds: number): number {
  const targets = margins.map(({ targets: totals }) => Float64Array.from(totals, ({ total }) => total))
  for (let round = 1; round <= mostRounds; round += 1) {
    for (const [margin, target] of targets.entries()) {
      const sums = sumsOf(cells, margin, target.length)
      const places = cells.placeOf[margin] ?? new Int32Array(0)
      for (let cell = 0; cell < places.length; cell += 1) {
        const place = places[cell] ?? 0
        cells.factors[cell] = ((cells.factors[cell] ?? 0) * (target[place] ?? 0)) / (sums[place] ?? 1)
      }
    }
    const met = targets.every((target, margin) => {
      const sums = sumsOf(cells, margin, target.length)
      return target.every((total, place) => Math.abs((sums[place] ?? 0) - total) <= CLOSE * total)
    })
    if (met) return round
  }
  return mostRounds + 1
}

function sumsOf({ weights, factors, placeOf }: RakingCells, margin: number, categories: number): Float64Array {
  const sums = new Float64Array(categories)
  const places = placeOf[margin] ?? new Int32Array(0)
  for (let cell = 0; cell < weights.length; cell += 1) {
    const place = places[cell] ?? 0
    sums[place] = (sums[place] ?? 0) + (weights[cell] ?? 0) * (factors[cell] ?? 0)
  }
  return sums
}

function farthest(margins: readonly ReachedMargin[]): Error {
  const { variable = '', code = 0, total = 0, reached = 0 } = farthestCategory(margins) ?? {}
  const whole = totalOf(margins[0]?.categories ?? [])
  return problem('marginNotReached', { variable, code, total, reached, of: whole })
}
