import type { WithdrawalReason } from '../publication-state.ts'

/** Why an edition takes the place of the one before: because of new answers, because other things are shown, or a mistake. */
export type CorrectionReason = 'newAnswers' | 'otherContent' | WithdrawalReason

/** What readers of an edition are told of the one that it takes the place of. */
export interface EditionCorrection {
  /** The edition before it, of the same wave. */
  readonly edition: number
  /** ISO date on which that one was published. */
  readonly publishedOn: string
  readonly reason: CorrectionReason
  /** What somebody adds to it in their own words, without numbers. */
  readonly words: string | null
}
