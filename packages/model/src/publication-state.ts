import type { LocalizedText } from './language.ts'

/**
 * Where a publication stands. A `draft` is read by the staff of its study alone, and counts as not yet known to anybody else.
 * An `embargoed` one is read by members now and by everybody from its moment on. One for `members` is read by staff of the
 * organisations that it concerns, a `public` one by everybody, and of a `withdrawn` one everybody it was for reads why.
 */
export type PublicationState = 'draft' | 'embargoed' | 'members' | 'public' | 'withdrawn'

/** Why a publication was withdrawn or corrected; each has a sentence for readers. */
export const WITHDRAWAL_REASONS = ['wrongFigures', 'wrongWords', 'recognisable', 'notAgreed', 'other'] as const
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number]

/** What readers of a withdrawn publication are told. */
export interface Withdrawal {
  /** ISO date. */
  readonly on: string
  /** Null: of before reasons were asked for. */
  readonly reason: WithdrawalReason | null
  /** What somebody adds to it in their own words. */
  readonly words: string | null
}

/** What stands at the address of a withdrawn publication. */
export interface WithdrawnPublication extends Withdrawal {
  readonly id: string
  readonly edition: number
  /** ISO date. */
  readonly publishedOn: string
  readonly language: string
  readonly title: LocalizedText
  readonly organisation: string
}
