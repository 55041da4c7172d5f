import type { LocalizedText } from './language.ts'

/** How long a study keeps what, in calendar months. */
export interface RetentionTerms {
  /** Contact details, from the day on which its last wave was closed. */
  readonly contacts: number
  /** Raw answers, from that same day. */
  readonly answers: number
  /** Each publication, from the day on which it was published. Null: for good. */
  readonly publications: number | null
}

/**
 * What holds for a study that says nothing else. No law sets a term for answers to a questionnaire; a purpose does.
 * Contacts: long enough to send the results. Answers: long enough for questions about them, and for a second wave after a
 * year. Publications: a report on which a council decided is archived for good.
 */
export const DEFAULT_RETENTION: RetentionTerms = { contacts: 3, answers: 24, publications: null }

/** The longest term, in months. */
export const LONGEST_RETENTION = 1200

/** Something is not deleted until somebody releases it, because a dispute, an inquiry or a request needs it. */
export interface LegalHold {
  readonly reason: string
  readonly by: string
  /** ISO date. */
  readonly on: string
}

/** A term, and the day on which what it is about is deleted. */
export interface RunningTerm {
  readonly months: number
  /** ISO date; null while a wave takes answers, or without any. */
  readonly until: string | null
}

/** What staff read about how long a study keeps what. */
export interface RetentionSummary {
  readonly contacts: RunningTerm
  readonly answers: RunningTerm
  /** Of each publication, from its own day. Null: for good. */
  readonly publications: { readonly months: number | null }
  /** Null when nothing holds it. */
  readonly held: LegalHold | null
}

/** What is left of a publication whose term is over: that it was there, and how to recognise a copy. */
export interface PublicationTombstone {
  readonly id: string
  readonly edition: number
  /** ISO date. */
  readonly publishedOn: string
  /** ISO date. */
  readonly removedOn: string
  readonly language: string
  readonly title: LocalizedText
  readonly organisation: string
  /** The hash of the publication, which any copy of it has too. */
  readonly hash: string
}

/**
 * The day on which a term of whole months is over. It is the same day of a later month, or the last day of one that is
 * too short: a term never reaches into a month more.
 *
 * @param from ISO date
 * @param months a whole number, 0 or more
 * @example dayAfterMonths('2026-11-30', 3) // '2027-02-28'
 */
export function dayAfterMonths(from: string, months: number): string {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const place = year * 12 + (month - 1) + months
  const then = { year: Math.floor(place / 12), month: (place % 12) + 1 }
  const last = new Date(Date.UTC(then.year, then.month, 0)).getUTCDate()
  const pad = (number: number, length: number): string => String(number).padStart(length, '0')
  return `${pad(then.year, 4)}-${pad(then.month, 2)}-${pad(Math.min(day, last), 2)}`
}
