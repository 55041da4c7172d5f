/** Whether groups of digits are written as a day: 01-05-2026, 2026-05-01, or either without a sign between. */
export function looksLikeDate(groups: readonly string[]): boolean {
  const digits = groups.join('')
  if (digits.length !== 8) return false
  const sizes = groups.map((group) => group.length).join('-')
  const fits = (order: string): boolean => sizes === '8' || sizes === order
  return (
    (fits('2-2-4') && isDay(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4))) ||
    (fits('4-2-2') && isDay(digits.slice(6), digits.slice(4, 6), digits.slice(0, 4)))
  )
}

/** Whether four digits are a year that somebody alive may speak of. */
export function looksLikeYear(digits: string): boolean {
  return digits.length === 4 && Number(digits) >= 1900 && Number(digits) < 2100
}

function isDay(day: string, month: string, year: string): boolean {
  const [d, m] = [Number(day), Number(month)]
  // Americans put the month first; whichever is right, it is a day.
  return looksLikeYear(year) && d >= 1 && m >= 1 && Math.max(d, m) <= 31 && Math.min(d, m) <= 12
}
