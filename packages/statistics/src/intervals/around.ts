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
  /** Student's; the point where the error is 0. Not computed: as the error, and `oneAnswer` without degrees of freedom. */
  readonly interval: Interval | NotComputed
  /** The same with the normal distribution: narrower, and too narrow for small samples. */
  readonly normalInterval: Interval | NotComputed
}

/** @throws Problem `levelOutOfRange` */
export function errorIntervals(estimate: number, standardError: Figure, df: number, level: number): ErrorIntervals {
  requireLevel(level)
  if (!computed<number>(standardError)) return { interval: standardError, normalInterval: standardError }
  const point = around(estimate, 0)
  if (standardError === 0) return { interval: point, normalInterval: point }
  return {
    interval: df > 0 ? around(estimate, standardError * studentReach(level, df)) : notComputed('oneAnswer'),
    normalInterval: around(estimate, standardError * normalReach(level)),
  }
}
