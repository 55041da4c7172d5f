/** The ends of the horizontal scale, in points of a percentage. */
export interface Domain {
  readonly min: number
  readonly max: number
}

/**
 * A share as it is written and as it is drawn. `percent`, `low` and `high` are whole percents, rounded half up; `at`, `from` and `to` are the same three in points with two decimals.
 */
export interface Measured {
  readonly count: number
  /** From 0 to 1. */
  readonly share: number
  readonly percent: number
  readonly low: number
  readonly high: number
  readonly at: number
  readonly from: number
  readonly to: number
}

/** A row without a number: the sentence says why. */
export interface HiddenRow {
  readonly label: string
  readonly status: 'hidden'
  readonly why: string
}
