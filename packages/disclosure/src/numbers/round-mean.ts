import type { ReleasedMean, ReleasedNumbers } from '@klankbord/model'
import { finiteFactor, studentQuantile } from '@klankbord/statistics'
import { sizeOf, stepFrom, times } from './rounding-step.ts'

/** A group as far as a rounded mean is made of it. Nothing but the mean is of what its people gave. */
export interface MeanOfGroup {
  readonly n: number
  readonly mean: number
  /** n divided by what unequal weights cost. */
  readonly effectiveSize: number
  /** The largest part that one person has in the mean: 1/n where everybody counts once. */
  readonly largestPart: number
  readonly population: number | null
}

/** What holds for all groups of a number. */
export interface MeanRule {
  readonly range: ReleasedNumbers['range']
  /** The standard deviation of everybody as it is told (`roundDeviation`). */
  readonly deviation: number
}

const LEVEL = 0.95

/** The finest that a mean is told: so many steps from the lowest to the highest number. */
const FINEST = 100

/** Where a number has no end, this many standard deviations stand for that. */
const WIDTH = 4

/**
 * A mean with its interval, rounded so that they tell the number of nobody.
 *
 * Whoever knows all numbers of a group but one finds that one between two ends: a rounded mean leaves the sum a space of n
 * steps. The step is 1, 2 or 5 times a power of ten and at least 2/n standard deviations of everybody, so that this space
 * is as wide as where the middle two thirds of people are, which everybody knows. The step follows from n alone, and the
 * interval from n and the standard deviation of everybody, in the place of the group's own: neither tells anything more
 * of the group. What is rounded away is part of the interval, which is rounded outwards.
 *
 * @example roundMean({ n: 20, mean: 7.34, effectiveSize: 20, largestPart: 0.05, population: null }, rule)
 * // { estimate: 7.4, low: 6.4, high: 8.4 }
 */
export function roundMean(group: MeanOfGroup, { range, deviation }: MeanRule): ReleasedMean {
  const step = stepFrom(Math.max(2 * deviation * group.largestPart, finestOf(range, deviation)))
  const size = sizeOf(step)
  const rounded = Math.round(group.mean / size)
  const estimate = times(rounded, step)
  const reach = reachOf(group, deviation)
  if (reach === null) return { estimate, low: null, high: null }
  const steps = Math.ceil((reach + size / 2) / size - ROUNDING)
  return {
    estimate,
    low: Math.max(range.low ?? -Infinity, times(rounded - steps, step)),
    high: Math.min(range.high ?? Infinity, times(rounded + steps, step)),
  }
}

/** Sums of steps are seldom exact in binary. */
const ROUNDING = 1e-9

/**
 * The standard deviation of everybody, rounded upwards so coarsely that it tells the number of nobody: one person changes
 * it by at most 1/√n of what that person's number changes.
 *
 * @example roundDeviation(1.62, 100) // 2
 */
export function roundDeviation(sd: number, n: number): number {
  const step = stepFrom((2 * sd) / Math.sqrt(n))
  return times(Math.ceil(sd / sizeOf(step) - ROUNDING), step)
}

function finestOf({ low, high }: ReleasedNumbers['range'], deviation: number): number {
  return (low === null || high === null ? WIDTH * deviation : high - low) / FINEST
}

/** How far the interval reaches to either side; null for one person. */
function reachOf({ n, effectiveSize, population }: MeanOfGroup, deviation: number): number | null {
  if (effectiveSize <= 1) return null
  const factor = finiteFactor(n, population, 'sample')
  return studentQuantile((1 + LEVEL) / 2, effectiveSize - 1) * deviation * Math.sqrt(factor / effectiveSize)
}
