import { computed, notComputed, type Figure, type NotComputed } from '@klankbord/model'
import type { GroupEstimate } from '../designs/group-estimate.ts'
import { normalTwoSided } from '../distributions/normal.ts'
import { studentTwoSided } from '../distributions/student-t.ts'
import { errorIntervals, reachesOf, type ErrorIntervals } from '../intervals/around.ts'

/** In what two figures were not asked alike: in words, in what could be answered, of whom, or in the way of answering. */
export type AskedDifferently = 'wording' | 'scale' | 'people' | 'mode'

/** A later figure beside an earlier one. Has what `clearDifferences` asks. */
export interface EstimateDifference extends ErrorIntervals {
  readonly n1: number
  readonly n2: number
  /** Second minus first. */
  readonly difference: number
  readonly standardError: Figure
  /** n1 + n2 − 2. */
  readonly df: number
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
  const reaches = reachesOf(level, first.n + second.n - 2)
  if (differs.length > 0) return notComputed('notComparable')
  const [n1, n2] = [first.n, second.n]
  const difference = second.estimate - first.estimate
  const df = n1 + n2 - 2
  const standardError = errorOf(first.standardError, second.standardError)
  const figures = { n1, n2, difference, standardError, df, ...errorIntervals(difference, standardError, reaches, true) }
  if (!computed<number>(standardError)) return { ...figures, p: standardError, normalP: standardError }
  if (standardError === 0) return { ...figures, p: notComputed('noSpread'), normalP: notComputed('noSpread') }
  const z = difference / standardError
  return { ...figures, p: df > 0 ? studentTwoSided(z, df) : notComputed('oneAnswer'), normalP: normalTwoSided(z) }
}

function errorOf(first: Figure, second: Figure): Figure {
  if (!computed<number>(first)) return first
  return computed<number>(second) ? Math.hypot(first, second) : second
}
