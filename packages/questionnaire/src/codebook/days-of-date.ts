/** Milliseconds of a day of UTC, which has no summer time. */
const DAY = 86_400_000

/** Days from 1970-01-01 to a date "2026-05-31", or to the first of a month "2026-05"; below 0 before it. */
export function daysOfDate(date: string): number {
  return Date.parse(date) / DAY
}

/** The date after so many days, or its month. @example dateOfDays(20_604) // '2026-05-31' */
export function dateOfDays(days: number, months = false): string {
  return new Date(days * DAY).toISOString().slice(0, months ? 7 : 10)
}
