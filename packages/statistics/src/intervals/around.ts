import { computed, notComputed, type Figure, type NotComputed } from '@klankbord/model'
import { normalQuantile } from '../distributions/normal.ts'
import { requireLevel } from '../distributions/require-parameter.ts'
import { studentQuantile } from '../distributions/student-t.ts'

/** An interval with both ends in it. */
export interface Interval {
  readonly low: number
  readonly high: number
}

export function around(middle: number, reach: number): Interval {
  return { low: middle - reach, high: middle + reach }
}

/** How many standard errors a two-sided interval reaches to either side. @throws Problem `levelOutOfRange` */
export function normalReach(level: number): number {
  return normalQuantile((1 + requireLevel(level)) / 2)
}

/** The same with Student's t. @throws Problem `levelOutOfRange`, `argumentOutOfRange` */
export function studentReach(level: number, df: number): number {
  return studentQuantile((1 + requireLevel(level)) / 2, df)
}

/** The intervals of an estimate with its standard error. */
export interface ErrorIntervals {
  /**
   * Student's; the point where everybody answered. Not computed: as the error; `oneAnswer` without degrees of freedom;
   * `noSpread` where all of more people said the same.
   */
  readonly interval: Interval | NotComputed
  /** The same with the normal distribution: narrower, and too narrow for small samples. */
  readonly normalInterval: Interval | NotComputed
}

/** How far intervals reach, in standard errors. */
export interface Reaches {
  /** Null without degrees of freedom. */
  readonly student: number | null
  readonly normal: number
}

/** @throws Problem `levelOutOfRange` */
export function reachesOf(level: number, df: number): Reaches {
  return { student: df > 0 ? studentReach(level, df) : null, normal: normalReach(level) }
}

/**
 * @param pointFits whether an error of 0 makes the point an interval: where everybody answered. Of others it is only that
 *   all who answered said the same, which does not show that the rest would: `noSpread`
 */
export function errorIntervals(
  estimate: number,
  standardError: Figure,
  { student, normal }: Reaches,
  pointFits: boolean,
): ErrorIntervals {
  const error = standardError === 0 && !pointFits ? notComputed('noSpread') : standardError
  if (!computed<number>(error)) return { interval: error, normalInterval: error }
  const normalInterval = around(estimate, error * normal)
  if (error === 0) return { interval: normalInterval, normalInterval }
  return { interval: student === null ? notComputed('oneAnswer') : around(estimate, error * student), normalInterval }
}
