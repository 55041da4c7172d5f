import type { DisclosurePolicy } from './policy.ts'
import type { HiddenReason } from './table.ts'

/**
 * How it was decided what to hide. `exact`: nothing safe hides less; `bounded`: something may, the search ended before that was
 * known; `coarse`: found without the solver, and more is hidden than need be.
 */
export type HidingMethod = 'exact' | 'bounded' | 'coarse'

/** A figure that readers do not see, and what they can work out of it. */
export interface HiddenFigure {
  /** Code of the group; null: everybody. */
  readonly group: number | null
  /** Code of the answer; null: the whole row, of which `least` and `most` say how many answered. */
  readonly category: number | null
  readonly reason: HiddenReason
  /**
   * Over how many whole numbers it can be anything, at least, by everything that is shown beside it; null where that was not
   * worked out (numbers, parts, answers to questions with several, and in a large publication what is hidden for the sake of
   * others) or has no end.
   */
  readonly width: number | null
  /**
   * The least and the most that it can be, worked out in a publication that hides few figures. From released tables alone, so it
   * tells nothing that they do not. `least` is null where it was not worked out, `most` also where nothing ends it.
   */
  readonly least: number | null
  readonly most: number | null
}

/** What one table hides. */
export interface HiddenInTable {
  /** Id of the table, or of numbers without a table of their own. */
  readonly table: string
  readonly figures: readonly HiddenFigure[]
}

/** What protection did, and what the independent audit found. */
export interface DisclosureRecord {
  readonly policy: DisclosurePolicy
  /** Number of cells and groups that are hidden, by reason. */
  readonly hidden: Readonly<Record<string, number>>
  /** Only `safe` can be published. */
  readonly verdict: 'safe'
  /**
   * How many hidden figures the audit bounded that has released tables alone, and how wide each is at least in whole numbers (null:
   * none hidden).
   */
  readonly audited: number
  readonly narrowest: number | null
  /** Absent in older publications, and where nothing was left to a solver. */
  readonly method?: HidingMethod
  /** Of each table that hides anything, in the order of the tables. Absent in older publications. */
  readonly tables?: readonly HiddenInTable[]
}
