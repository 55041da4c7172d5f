import type { Group, HiddenReason, ShareEstimate, TableSubject, Verdict } from './table.ts'

/**
 * What a number is. `grade`: from 1 to 10, higher is better. `score`: of a scale of several items. `number`: as people
 * gave it. `duration`: days.
 */
export type NumberMeasure = 'grade' | 'score' | 'number' | 'duration'

/** A mean with its interval; both ends are null where nobody differs, or only one method fits and it has none. */
export interface ReleasedMean {
  readonly estimate: number
  readonly low: number | null
  readonly high: number | null
}

export type ReleasedNumberGroup = Group &
  (
    | {
        /** `indicative`: few answers, shown but not tested. */
        readonly status: 'shown' | 'indicative'
        /** Who gave a number. */
        readonly n: number
        /** Null where some waits were not over, so that no mean is known. */
        readonly mean: ReleasedMean | null
        /** Of durations: within so many days it was over for half of the people, and for nine of ten; null where that would tell of few. */
        readonly median?: number | null
        readonly ninetieth?: number | null
        /** Of grades: the share of 5 and lower, and of 8 and higher. */
        readonly insufficient?: ShareEstimate
        readonly good?: ShareEstimate
        readonly verdict: Verdict
      }
    | { readonly status: 'hidden'; readonly reason: HiddenReason }
  )

declare const released: unique symbol

/** Protected numbers of one question or scale, of everybody or by one breakdown. Only `disclosure` makes them. */
export interface ReleasedNumbers {
  /** "q" or "q×breakdown", where q is the name of a variable or of a scale. */
  readonly id: string
  readonly subject: TableSubject
  readonly measure: NumberMeasure
  readonly by: TableSubject | null
  /** The lowest and the highest number that can be given; null where there is no end. */
  readonly range: { readonly low: number | null; readonly high: number | null }
  /** A smaller difference is never called one. */
  readonly leastDifference: number
  /**
   * What numbers are rounded to: `exact` where the table of the same question says all of it; else `blurred`, so coarsely
   * that they tell of nobody.
   */
  readonly rounding: 'exact' | 'blurred'
  readonly groups: readonly ReleasedNumberGroup[]
  /** Cronbach's, over who answered all items: of a scale and everybody, from 30 people on. */
  readonly alpha?: number
  readonly [released]: true
}
