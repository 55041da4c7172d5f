import { notComputed, type DurationColumn, type Figure } from '@klankbord/model'
import { requireSameRows, requireWeights } from '../columns/require-rows.ts'
import { isSelected } from '../columns/selection.ts'
import type { Restriction } from '../columns/tally.ts'
import { normalReach } from '../intervals/around.ts'
import { sumOf } from './sum-of.ts'
import { survivalCurve, type SurvivalStep } from './survival-curve.ts'

/** How long people waited, those who still do included. Days. */
export interface WaitingTimes {
  /** Who told how long. */
  readonly n: number
  readonly over: number
  readonly stillWaiting: number
  /** Not computed: `noAnswers`; with weights also `noWeight`. */
  readonly shareStillWaiting: Figure
  /** Within so many days it was over for half of the people. */
  readonly median: WaitingQuantile
  /** The same for nine of ten. */
  readonly ninetieth: WaitingQuantile
}

/** A quantile in days. Not computed: `notReached` where too few waits were over; `noAnswers`, `noWeight`. */
export interface WaitingQuantile {
  readonly days: Figure
  /** Its interval, whose ends may not be reached either; left out with weights, which have no simple one. */
  readonly bounds?: { readonly low: Figure; readonly high: Figure }
}

/**
 * Waiting times by Kaplan and Meier (1958): who still waits counts as waiting at least so long, in the place of being left
 * out, which would make waiting look shorter than it is. A quantile is the first day by which that share was no longer
 * waiting; its interval is that of Brookmeyer and Crowley (1982) on the log(−log) scale, for a large population.
 *
 * Assumes that who was asked early in a wait would have waited like others. With nobody still waiting the median is the
 * type 1 quantile of `quantiles`.
 *
 * @example waitingTimes({ type: 'duration', states: Int16Array.of(1, 1, 2), values: Float64Array.of(10, 20, 30) }).median.days // 20
 * @throws Problem `columnsDiffer`, `weightOutOfRange`, `levelOutOfRange`
 */
export function waitingTimes(
  { states, values }: DurationColumn,
  { selection, weights, level = 0.95 }: Restriction & { readonly level?: number } = {},
): WaitingTimes {
  requireSameRows(states.length, values.length, selection?.rows, weights?.length)
  if (weights) requireWeights(weights)
  const z = normalReach(level)
  const told = Array.from(states.keys()).filter(
    (row) => (states[row] ?? 0) > 0 && (!selection || isSelected(selection, row)),
  )
  const waits = told.map((row) => ({
    days: values[row] ?? 0,
    over: states[row] === 1,
    weight: weights ? (weights[row] ?? 0) : 1,
  }))
  const over = waits.filter((wait) => wait.over).length
  const sum = sumOf(waits.map(({ weight }) => weight))
  const still = sumOf(waits.map((wait) => (wait.over ? 0 : wait.weight)))
  const nobody = waits.length === 0 ? notComputed('noAnswers') : sum === 0 ? notComputed('noWeight') : null
  const steps = survivalCurve(waits)
  const quantile = (p: number): WaitingQuantile => {
    if (nobody) return { days: nobody }
    const days = firstBelow(steps, ({ surviving }) => surviving, 1 - p)
    return weights ? { days } : { days, bounds: boundsOf(steps, 1 - p, z) }
  }
  return {
    n: waits.length,
    over,
    stillWaiting: waits.length - over,
    shareStillWaiting: nobody ?? still / sum,
    median: quantile(0.5),
    ninetieth: quantile(0.9),
  }
}

/** Products of shares are seldom exact in binary. */
const ROUNDING = 1e-12

function firstBelow(steps: readonly SurvivalStep[], of: (step: SurvivalStep) => number, level: number): Figure {
  return steps.find((step) => of(step) <= level + ROUNDING)?.days ?? notComputed('notReached')
}

/** Where the bounds of the curve fall below the level. */
function boundsOf(
  steps: readonly SurvivalStep[],
  level: number,
  z: number,
): { readonly low: Figure; readonly high: Figure } {
  return {
    low: firstBelow(steps, (step) => boundOf(step, z), level),
    high: firstBelow(steps, (step) => boundOf(step, -z), level),
  }
}

/** S^exp(z·σ/log S): the lower bound of the curve for a positive z. A curve at 0 has no spread that can be estimated. */
function boundOf({ surviving, spread }: SurvivalStep, z: number): number {
  if (surviving <= 0) return 0
  if (surviving >= 1) return 1
  return surviving ** Math.exp((-z * Math.sqrt(spread)) / Math.log(surviving))
}
