import type { Clock as Today } from '@klankbord/model'

/** The time, as an argument, so that a test can hold it still. */
export interface Clock {
  now(): Date
}

const DAY = 86_400_000

export const systemClock: Clock = { now: () => new Date() }

/**
 * The ISO 8601 week of a moment, in UTC. Answers keep no finer date.
 *
 * @example isoWeek(new Date('2027-01-01T12:00:00Z')) // '2026-W53'
 */
export function isoWeek(moment: Date): string {
  const thursday = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()))
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7))
  const yearStart = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const week = Math.ceil(((thursday.getTime() - yearStart) / DAY + 1) / 7)
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
}

/** A day begins and ends where respondents are, whatever the clock of the server is set to. */
export const ZONE = 'Europe/Amsterdam'
const RESPONDENTS_DATE = new Intl.DateTimeFormat('en', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/**
 * The date where respondents are, for conditions that read it.
 *
 * @example todayAt(new Date('2026-05-01T22:30:00Z')) // { today: '2026-05-02' }
 */
export function todayAt(moment: Date): Today {
  const minute = Math.floor(moment.getTime() / MINUTE)
  // Formatting a date takes longer than checking all answers does, and everybody asks in the same minute.
  if (lastAsked.minute !== minute) lastAsked = { minute, today: respondentsDate(moment) }
  return { today: lastAsked.today }
}

const MINUTE = 60_000
let lastAsked = { minute: Number.NaN, today: '' }

function respondentsDate(moment: Date): string {
  const parts = RESPONDENTS_DATE.formatToParts(moment)
  const part = (type: 'year' | 'month' | 'day'): string => parts.find((found) => found.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** The date where respondents are, so many days from now. */
export function daysFromNow(clock: Clock, days: number): string {
  const { today } = todayAt(clock.now())
  return new Date(Date.parse(today) + days * DAY).toISOString().slice(0, 10)
}
