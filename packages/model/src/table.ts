import type { EmptyKind } from './empty.ts'
import type { LocalizedText } from './language.ts'
import type { Category } from './codebook.ts'

/** Who stands under a percentage, and who is left out. asked = answered + skipped; valid = answered − kinds of empty that were chosen. */
export interface Base {
  /** Everybody in the group. */
  readonly total: number
  /** `total` without those for whom the question did not apply (routing). */
  readonly asked: number
  /** Who gave any answer, "don't know" included. */
  readonly answered: number
  /** Who gave a substantive answer: the base of every percentage. */
  readonly valid: number
  readonly empties: Readonly<Partial<Record<EmptyKind, number>>>
}

/** An estimated share with its interval, all from 0 to 1. */
export interface ShareEstimate {
  readonly count: number
  readonly share: number
  readonly low: number
  readonly high: number
}

/** What a table is about, taken from the codebook. */
export interface TableSubject {
  readonly name: string
  readonly label: LocalizedText
  readonly prompt?: LocalizedText
  readonly topic?: string
  readonly theme?: string
  readonly scale?: string
  readonly sensitive: boolean
}

/** By what a table is split. */
export interface Split extends TableSubject {
  /** Names of the two breakdowns whose groups are crossed, in the order of the `codes` of a group. */
  readonly crossed?: readonly [string, string]
  /** Name of the coarser breakdown in which each group lies whole. */
  readonly within?: string
}

/** A group of people: one value of the breakdown, or everybody (`code` null). */
export interface Group {
  readonly code: number | null
  readonly label: LocalizedText
  /** Where breakdowns are crossed: the code of the group in each of them. */
  readonly codes?: readonly [number, number]
  /** The coarser group in which this one lies; null when in none. */
  readonly within?: number | null
  /** Known size of the group in the population; null without a frame. */
  readonly population: number | null
}

/** Counts before protection. Never leaves the server. */
export interface CountTable {
  /** "q" or "q×breakdown". */
  readonly id: string
  /** In a multiple table the categories overlap: each is ticked or not. */
  readonly kind: 'single' | 'multiple'
  readonly subject: TableSubject
  /** Null for the table of everybody. */
  readonly by: Split | null
  /** Substantive categories only. */
  readonly categories: readonly Category[]
  readonly groups: readonly Group[]
  /** One row per group, one count per category. */
  readonly counts: readonly (readonly number[])[]
  readonly bases: readonly Base[]
}

/**
 * Why a figure is hidden: the group is too small; the answer is sensitive and rare, or hidden beside such answers; everyone in the group gave
 * the same sensitive answer; or else a hidden neighbour could be computed.
 */
export type HiddenReason = 'tooFew' | 'sensitive' | 'uniform' | 'complementary'

export type ReleasedCell =
  ({ readonly status: 'shown' } & ShareEstimate) | { readonly status: 'hidden'; readonly reason: HiddenReason }

/**
 * How a group compares with everybody outside it, on the positive answers. `notTested` stands where there is
 * nothing to compare: the group of everybody, a question without positive answers, or one that is hidden or indicative.
 */
export type Verdict = 'higher' | 'lower' | 'noClearDifference' | 'notTested'

export type ReleasedGroup = Group &
  (
    | {
        /** `indicative`: few answers, shown but not tested. */
        readonly status: 'shown' | 'indicative'
        readonly base: Base
        readonly cells: readonly ReleasedCell[]
        /** All positive answers together; null when the question has none or one of them is hidden. */
        readonly positive: ShareEstimate | null
        readonly verdict: Verdict
      }
    | { readonly status: 'hidden'; readonly reason: HiddenReason }
  )

declare const released: unique symbol

/** A protected table. Only `disclosure` makes one: the brand cannot be written elsewhere. */
export interface ReleasedTable extends Omit<CountTable, 'groups' | 'counts' | 'bases'> {
  readonly groups: readonly ReleasedGroup[]
  readonly [released]: true
}
