import { computed, notComputed, type Figure, type NotComputed } from '@klankbord/model'
import type { GroupEstimate } from '../designs/group-estimate.ts'
import { studentTwoSided } from '../distributions/student-t.ts'
import { around, studentReach, type Interval } from '../intervals/around.ts'

/** Two independent means beside each other. */
export interface MeanDifference {
  /** First minus second. */
  readonly difference: number
  readonly interval: Interval | NotComputed
  /** Two-sided. */
  readonly p: Figure
}

/**
 * Welch's (1947) test of two independent means of which the errors are known, with Satterthwaite's degrees of freedom on
 * n − 1 of each; for means of a design, where `welchTest` of the values does not fit. Not computed: as the errors;
 * `noSpread` where nobody differs within either group.
 *
 * @example differenceOfMeans({ n: 133, estimate: 7.52, standardError: 0.12 }, { n: 170, estimate: 7.32, standardError: 0.11 }).p
 * @throws Problem `levelOutOfRange`
 */
export function differenceOfMeans(one: GroupEstimate, other: GroupEstimate, level = 0.95): MeanDifference {
  const difference = one.estimate - other.estimate
  const [error, errorOther] = [one.standardError, other.standardError]
  if (!computed<number>(error)) return { difference, interval: error, p: error }
  if (!computed<number>(errorOther)) return { difference, interval: errorOther, p: errorOther }
  const [part, partOther] = [error ** 2, errorOther ** 2]
  if (part + partOther === 0) return { difference, interval: notComputed('noSpread'), p: notComputed('noSpread') }
  const perDf = (square: number, n: number): number => (square === 0 ? 0 : square ** 2 / (n - 1))
  const df = (part + partOther) ** 2 / (perDf(part, one.n) + perDf(partOther, other.n))
  const together = Math.sqrt(part + partOther)
  const interval = around(difference, together * studentReach(level, df))
  return { difference, interval, p: studentTwoSided(difference / together, df) }
}
