import { computed, notComputed, type Figure, type NotComputed } from '@klankbord/model'
import { normalDistribution, normalQuantile } from '../distributions/normal.ts'
import { requireLevel } from '../distributions/require-parameter.ts'
import { studentQuantile, studentUpperTail } from '../distributions/student-t.ts'
import type { Interval } from '../intervals/share-input.ts'
import type { GroupEstimate } from '../designs/group-estimate.ts'

/** In what two figures were not asked alike. */
export type AskedDifferently = 'wording' | 'scale' | 'mode'

/** A later figure beside an earlier one. Has what `clearDifferences` asks. */
export interface EstimateDifference {
  readonly n1: number
  readonly n2: number
  /** Second minus first. */
  readonly difference: number
  readonly standardError: Figure
  /** n1 + n2 − 2. */
  readonly df: number
  readonly interval: Interval | NotComputed
  readonly normalInterval: Interval | NotComputed
  /** Two-sided, of Student's t; not computed: `noSpread`. */
  readonly p: Figure
  readonly normalP: Figure
}

/**
 * The difference of two estimates of independent samples, with √(SE₁² + SE₂²). People who answered both times make the
 * truth closer than this says: it is careful then.
 *
 * Not computed: `notComparable` where the two were asked differently, however sure the difference is; `oneAnswer`,
 * `noSpread` where an error is not known.
 *
 * @param differs what differs between the two; `mayCompare` of questionnaires tells
 * @example differenceBetween({ n: 133, estimate: 7.52, standardError: 0.12 }, { n: 170, estimate: 7.32, standardError: 0.11 })
 * @throws Problem `levelOutOfRange`
 */
export function differenceBetween(
  first: GroupEstimate,
  second: GroupEstimate,
  { differs = [], level = 0.95 }: { readonly differs?: readonly AskedDifferently[]; readonly level?: number } = {},
): EstimateDifference | NotComputed {
  requireLevel(level)
  if (differs.length > 0) return notComputed('notComparable')
  const [n1, n2] = [first.n, second.n]
  const difference = second.estimate - first.estimate
  const df = n1 + n2 - 2
  const shared = { n1, n2, difference, df }
  const unknown = [first.standardError, second.standardError].find((error) => !computed<number>(error))
  if (unknown !== undefined && !computed<number>(unknown))
    return {
      ...shared,
      standardError: unknown,
      interval: unknown,
      normalInterval: unknown,
      p: unknown,
      normalP: unknown,
    }
  const error = Math.hypot(Number(first.standardError), Number(second.standardError))
  const around = (quantile: number): Interval => ({
    low: difference - quantile * error,
    high: difference + quantile * error,
  })
  const point = { low: difference, high: difference }
  const none = notComputed('noSpread')
  if (error === 0)
    return { ...shared, standardError: 0, interval: point, normalInterval: point, p: none, normalP: none }
  const z = Math.abs(difference) / error
  return {
    ...shared,
    standardError: error,
    interval: df > 0 ? around(studentQuantile((1 + level) / 2, df)) : notComputed('oneAnswer'),
    normalInterval: around(normalQuantile((1 + level) / 2)),
    p: df > 0 ? Math.min(1, 2 * studentUpperTail(z, df)) : notComputed('oneAnswer'),
    normalP: 2 * normalDistribution(-z),
  }
}
