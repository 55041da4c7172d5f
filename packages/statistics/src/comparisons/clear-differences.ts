import { computed, problem, type Figure, type NotComputed } from '@klankbord/model'
import { requireLevel } from '../distributions/require-parameter.ts'
import type { Interval } from '../intervals/around.ts'
import { holm } from './adjust-p.ts'

/** Two groups beside each other. */
export interface Comparison {
  /** First minus second, in the unit of `leastDifference`. */
  readonly difference: number
  /** Of any test; what could not be computed marks nothing, and counts as a comparison. */
  readonly p: Figure
  readonly n1: number
  readonly n2: number
  /** Of the difference, at 1 minus the level. Where it holds 0 nothing is marked: nobody reads what contradicts itself. */
  readonly interval?: Interval | NotComputed
}

/** When a difference may be called one. */
export interface MarkingRule {
  /** A smaller difference says nothing to anybody, however sure it is. */
  readonly leastDifference: number
  /** With fewer people on either side nothing is said. */
  readonly leastGroup: number
  /** The chance of marking anything where nothing differs; 0.05 unless told. */
  readonly level?: number
}

/** What may be said of two groups. */
export interface MarkedDifference {
  /** `noClearDifference` is no proof that there is none; `tooFewToSay` has no test, and nothing is known of it. */
  readonly verdict: 'higher' | 'lower' | 'noClearDifference' | 'tooFewToSay'
  /** Holm's p over all comparisons with enough people; not computed for the others (`tooFewAnswers`), nor without a p (its reason). */
  readonly adjusted: Figure
}

/**
 * The rule for marking differences: significant after Holm's (1979) correction over everything that is compared here,
 * and at least as large as is worth saying. Give it all comparisons of a report at once: what is left out, is not
 * corrected for. Groups are too small by their size alone, never by what they answered, so leaving them out is fair.
 *
 * @example clearDifferences([{ difference: -0.2, p: 0.001, n1: 80, n2: 300 }], { leastDifference: 0.05, leastGroup: 30 })
 * // [{ verdict: 'lower', adjusted: 0.001 }]
 * @throws Problem `argumentOutOfRange` for a least difference below 0 or p that is no chance, `levelOutOfRange`
 */
export function clearDifferences(comparisons: readonly Comparison[], rule: MarkingRule): readonly MarkedDifference[] {
  const { leastDifference, leastGroup, level = 0.05 } = rule
  requireLevel(level)
  if (!(leastDifference >= 0)) {
    throw problem('argumentOutOfRange', { name: 'leastDifference', value: leastDifference, expected: 'from 0' })
  }
  const adjusted = holm(
    comparisons.map(({ p, n1, n2 }): Figure => {
      if (n1 < leastGroup || n2 < leastGroup) return { notComputed: 'tooFewAnswers' }
      return computed<number>(p) ? p : 1
    }),
  )
  return comparisons.map(({ difference, p, interval }, at): MarkedDifference => {
    const sure = adjusted[at] ?? 1
    if (!computed<number>(sure)) return { verdict: 'tooFewToSay', adjusted: sure }
    if (!computed<number>(p)) return { verdict: 'tooFewToSay', adjusted: p }
    const large = Math.abs(difference) >= leastDifference && difference !== 0
    const clear = sure < level && large && !holdsZero(interval)
    return { verdict: clear ? (difference > 0 ? 'higher' : 'lower') : 'noClearDifference', adjusted: sure }
  })
}

function holdsZero(interval: Interval | NotComputed | undefined): boolean {
  return interval !== undefined && computed<Interval>(interval) && interval.low <= 0 && interval.high >= 0
}
