import { dayAfterMonths, type RetentionTerms } from '@klankbord/model'
import type { CollectionEnd } from '@klankbord/storage'

/** ISO dates of the days from which something is deleted; null: not while a wave is open, or never. */
export interface RetentionEnds {
  readonly contacts: string | null
  readonly answers: string | null
}

/**
 * The days on which the terms of contacts and answers are over. Both begin when the last wave of a study is closed, and
 * neither ends before the day after which nobody can send any more.
 *
 * @param end null while a wave is open, and for a study without waves
 * @example
 * const end = { closedOn: '2026-01-31', lastDay: '2026-02-21' }
 * retentionEnds(end, { contacts: 0, answers: 24, publications: null })
 * // { contacts: '2026-02-22', answers: '2028-01-31' }
 */
export function retentionEnds(end: CollectionEnd | null, { contacts, answers }: RetentionTerms): RetentionEnds {
  if (end === null) return { contacts: null, answers: null }
  const earliest = dayAfter(end.lastDay)
  const over = (months: number): string => later(dayAfterMonths(end.closedOn, months), earliest)
  return { contacts: over(contacts), answers: over(answers) }
}

/** The day on which the term of a publication is over; null when it is kept. */
export function publicationEnd(publishedOn: string, { publications }: RetentionTerms): string | null {
  return publications === null ? null : dayAfterMonths(publishedOn, publications)
}

/** Whether a term is over on a day. Both are ISO dates. */
export function isOver(end: string | null, today: string): boolean {
  return end !== null && today >= end
}

function later(one: string, other: string): string {
  return one > other ? one : other
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
