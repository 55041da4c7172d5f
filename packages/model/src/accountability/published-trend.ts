import type { LocalizedText } from '../language.ts'
import type { ShareEstimate } from '../table.ts'

/** In what two rounds were not asked alike: in words, in what could be answered, of whom, or in the way of answering. */
export type TrendBreak = 'wording' | 'scale' | 'people' | 'mode'

/** A figure of one round: that of all respondents, as its publication shows it. */
export type TrendPoint = {
  /** Id of the publication that it was read from. */
  readonly publication: string
  readonly wave: LocalizedText
  /** ISO weeks of the first and the last answer. */
  readonly from: string
  readonly to: string
  /** What differs from the round before; nothing is tested across it. Empty for the first. */
  readonly differs: readonly TrendBreak[]
  /** Whether its share is weighted. Absent where everybody counts once, and in older publications. */
  readonly weighted?: boolean
} & (
  | {
      readonly status: 'shown'
      /** Who gave a substantive answer. */
      readonly n: number
      readonly positive: ShareEstimate
    }
  /** Not asked, or not shown, in that publication. */
  | { readonly status: 'hidden' }
)

/** The last round beside an earlier one. */
export interface TrendDifference {
  /** Id of the earlier publication. */
  readonly since: string
  /** Last minus earlier, from −1 to 1, with Newcombe's interval. */
  readonly difference: number
  readonly low: number
  readonly high: number
  readonly verdict: 'higher' | 'lower' | 'noClearDifference' | 'tooFewToSay'
}

/** One question over the rounds of a study: the share of positive answers of everybody. */
export interface QuestionOverRounds {
  readonly question: string
  readonly label: LocalizedText
  /** In order of time; the last is of this publication. */
  readonly points: readonly TrendPoint[]
  /** With the round before, and with the first behind the last break where that is another. None across a break. */
  readonly differences: readonly TrendDifference[]
}

/** What went up or down since earlier rounds. */
export interface PublishedTrend {
  readonly questions: readonly QuestionOverRounds[]
  /** Holm's correction is over all of them; a clear one is at least `leastDifference`. */
  readonly comparisons: { readonly made: number; readonly clear: number; readonly leastDifference: number }
}
