import type { Condition } from './condition.ts'
import type { LocalizedText } from './language.ts'

/**
 * How a scale is scored from its items. `grade`: one item from 1 to 10 as it is. `netPromoter`: one item from 0 to 10;
 * the share of 9 and 10 minus the share of 0 to 6, for a group only.
 */
export type ScoreMethod = 'mean' | 'sum' | 'percentOfMaximum' | 'grade' | 'netPromoter'

/** A scale: several items that measure one thing. Scores are computed in `@klankbord/statistics`. */
export interface Scale {
  readonly name: string
  readonly path: string
  readonly title: LocalizedText
  readonly method: ScoreMethod
  /** Names of variables: questions, or rows of a matrix as `QUESTION__ROW`. */
  readonly items: readonly string[]
  /** Items that count the other way round: minimum + maximum − code. */
  readonly reversed: readonly string[]
  /** Lowest and highest code of the items, kinds of empty left out; the same for all of them. */
  readonly minimum: number
  readonly maximum: number
  /** Share of the items, above 0 and at most 1, that must have an answer for a score. */
  readonly minimumAnswered: number
}

/** Units of durations; `DAYS_OF` gives their lengths. */
export type DurationUnit = 'day' | 'week' | 'month' | 'year'

/** Mean lengths in the Gregorian calendar, a year of 365.2425 days. */
export const DAYS_OF: Readonly<Record<DurationUnit, number>> = { day: 1, week: 7, month: 30.436875, year: 365.2425 }

/**
 * How long something took, from an amount and a unit. Censored: it was not over when the question was answered
 * ("I am still waiting"), so it took at least this long.
 */
export interface Duration {
  readonly name: string
  readonly path: string
  readonly title: LocalizedText
  /** A number question. */
  readonly amount: string
  /** One fixed unit, or a choice question whose options are units. */
  readonly unit: { readonly fixed: DurationUnit } | { readonly question: string }
  /** Absent: never censored. */
  readonly censoredIf?: Condition
}
