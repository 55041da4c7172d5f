import { computed } from '@klankbord/model'
import { quantiles, measurements, waitingTimes } from '@klankbord/statistics'
import { coarser, sizeOf, stepFrom, times } from './rounding-step.ts'

/** Days that people of a group waited. */
export interface Waits {
  readonly days: Float64Array
  /** Whether each was over; who still waits has waited at least so long. */
  readonly over: readonly boolean[]
  readonly weights: Float64Array | null
}

/** Beyond this a quantile says nothing. */
const MOST_STEPS = 12

/**
 * A quantile of waiting times in days that tells of nobody. On either side of it are at least the least group: a median
 * needs twice as many people, a ninetieth percentile ten times. It is rounded to 1, 2 or 5 times a power of ten days, the
 * finest step with which at least the least group's waits are rounded to the same: so it is never what one person said.
 * Null where there is no such quantile.
 *
 * @example roundQuantile(waits, 0.5, 10) // 40
 */
export function roundQuantile(waits: Waits, p: 0.5 | 0.9, leastGroup: number): number | null {
  const n = waits.days.length
  if (Math.floor(Math.min(p, 1 - p) * n + ROUNDING) < leastGroup) return null
  const value = quantileOf(waits, p)
  if (value === null) return null
  let step = stepFrom(1)
  for (let tries = 0; tries < MOST_STEPS; tries += 1) {
    const size = sizeOf(step)
    const rounded = Math.round(value / size)
    const alike = waits.days.reduce((count, days) => count + (Math.round(days / size) === rounded ? 1 : 0), 0)
    if (alike >= leastGroup) return times(rounded, step)
    step = coarser(step)
  }
  return null
}

/** Products of shares are seldom exact in binary. */
const ROUNDING = 1e-9

function quantileOf({ days, over, weights }: Waits, p: 0.5 | 0.9): number | null {
  if (over.every(Boolean)) {
    const restriction = weights ? { weights } : {}
    const [value] = quantiles(measurements(days), [p], { type: 2, ...restriction })
    return value !== undefined && computed<number>(value) ? value : null
  }
  const column = { type: 'duration', states: Int16Array.from(over, (one) => (one ? 1 : 2)), values: days } as const
  const { median, ninetieth } = waitingTimes(column, weights ? { weights } : {})
  const { days: value } = p === 0.5 ? median : ninetieth
  return computed<number>(value) ? value : null
}
