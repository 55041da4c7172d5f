/** Day, month or year as they stand in a date; a month "2026-05" is its first day. */
export function partsOf(date: string): readonly [number, number, number] {
  const [year = Number.NaN, month = Number.NaN, day = 1] = date.split('-').map(Number)
  return [year, month, day]
}

/** Whether "2026-05-31" is a day that was or will be. @example isDay('2026-02-30') // false */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && writtenOf(new Date(text)) === text
}

/** Whether "2026-05" is a month. */
export function isMonth(text: string): boolean {
  return /^\d{4}-\d\d$/.test(text) && isDay(`${text}-01`)
}

/** Monday is 1 and Sunday 0. */
export function weekdayOf(date: string): number {
  return new Date(date).getUTCDay()
}

/** Days between two dates, never below 0. */
export function daysBetween(from: string, to: string): number {
  return Math.abs(Date.parse(to) - Date.parse(from)) / 86_400_000
}

/** Whole months from one date to another; below 0 when the second is earlier. */
export function monthsBetween(from: string, to: string): number {
  const [year, month, day] = partsOf(from)
  const [toYear, toMonth, toDay] = partsOf(to)
  return (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0)
}

/**
 * The date so many days, months or years later. A day that the month does not have runs on into the next month, as in
 * JavaScript and survey-core: a month after 31 January is 2 or 3 March. Null outside the years 1 to 9999.
 */
export function shifted(from: string, by: number, unit: string): string | null {
  const date = new Date(from)
  if (unit === 'years') date.setUTCFullYear(date.getUTCFullYear() + by)
  else if (unit === 'months') date.setUTCMonth(date.getUTCMonth() + by)
  else date.setUTCDate(date.getUTCDate() + by)
  return writtenOf(date)
}

function writtenOf(date: Date): string | null {
  const year = date.getUTCFullYear()
  return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : null
}
