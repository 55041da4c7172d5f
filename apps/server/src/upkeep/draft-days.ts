import { isoWeek } from '../clock.ts'

/**
 * For how many days answers that were not sent are kept after their last change; up to a week more, because only their week
 * is known. Respondents are told so, and no wave lets people finish for longer.
 */
export const DRAFT_DAYS = 28

/** The first ISO week of which drafts are still kept at a moment. */
export function firstWeekKept(now: Date): string {
  return isoWeek(new Date(now.getTime() - DRAFT_DAYS * DAY))
}

const DAY = 86_400_000
