/** The rules that stand between records and readers. */
export interface DisclosurePolicy {
  /** Least number of people in a shown group. An installation sets 5 or more; a study may only raise it. */
  readonly leastGroup: number
  /** Groups from `leastGroup` up to but not including this are shown as an indication and not tested. */
  readonly indicativeBelow: number
  /** Counts of sensitive answers from 1 to this are hidden. */
  readonly sensitiveCell: number
}

/** The values of an installation that sets nothing. */
export const DEFAULT_POLICY: DisclosurePolicy = { leastGroup: 10, indicativeBelow: 30, sensitiveCell: 4 }
