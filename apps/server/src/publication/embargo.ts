import { problem } from '@klankbord/model'
import { ZONE, type Clock } from '../clock.ts'

/** Longer than any council sits on a report; a year that was mistyped is refused. */
const LONGEST_DAYS = 366
const DAY = 86_400_000

/** @throws Problem `embargoRefused` for a moment that has passed, or is more than a year away */
export function refuseEmbargo(until: Date, clock: Clock): void {
  const now = clock.now()
  const last = new Date(now.getTime() + LONGEST_DAYS * DAY)
  if (until > now && until < last) return
  throw problem('embargoRefused', { until: shownMoment(until), now: shownMoment(now), last: shownMoment(last) })
}

/**
 * A moment as it was typed: a date with a time, where respondents are unless it says how far from UTC. Null for anything else,
 * and for a time that a clock there skips.
 *
 * @example momentOf('2026-12-01T09:00')?.toISOString() // '2026-12-01T08:00:00.000Z'
 */
export function momentOf(typed: string): Date | null {
  const read = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::00)?(Z|[+-]\d\d:\d\d)?$/.exec(typed)
  if (read === null) return null
  const [, day = '', time = '', zone] = read
  if (zone !== undefined) return valid(new Date(`${day}T${time}:00${zone}`), () => true)
  const guesses = ['+01:00', '+02:00'].map((offset) => new Date(`${day}T${time}:00${offset}`))
  return guesses.map((guess) => valid(guess, (one) => shownMoment(one) === `${day}T${time}`)).find(Boolean) ?? null
}

/** A moment where respondents are. @example shownMoment(new Date('2026-12-01T08:00:00Z')) // '2026-12-01T09:00' */
export function shownMoment(moment: Date): string {
  const parts = Object.fromEntries(SHOWN.formatToParts(moment).map(({ type, value }) => [type, value]))
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`
}

const SHOWN = new Intl.DateTimeFormat('en', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function valid(moment: Date, holds: (moment: Date) => boolean): Date | null {
  return Number.isNaN(moment.getTime()) || !holds(moment) ? null : moment
}
