import { pointer } from '@klankbord/model'
import { isDay, isMonth } from '../condition/calendar.ts'
import type { Fields } from './fields.ts'
import type { Reading } from './reading.ts'

/** What a limit must be, in words for the author and as a test. */
interface Rule {
  readonly expected: string
  fits(limit: number): boolean
}

export const WHOLE: Rule = {
  expected: 'a whole number from 0 to 1000000',
  fits: (n) => Number.isInteger(n) && n >= 0 && n <= 1e6,
}
export const EXACT: Rule = {
  expected: 'a number of at most 9007199254740991',
  fits: (n) => Math.abs(n) <= Number.MAX_SAFE_INTEGER,
}
export const POSITIVE: Rule = { expected: 'a number above 0', fits: (n) => n > 0 && n <= Number.MAX_SAFE_INTEGER }

/** A rule for a count from 1 to a most. */
export const lengthUpTo = (most: number): Rule => ({
  expected: `a whole number from 1 to ${most}`,
  fits: (n) => Number.isInteger(n) && n >= 1 && n <= most,
})

/** In UTF-16 units, where the author says nothing. */
export const ONE_LINE = 250
export const SEVERAL_LINES = 4000
const MOST_WORDS = 10_000

/** How long words may be, in UTF-16 units. */
export const readLength = (fields: Fields, otherwise: number, reading: Reading): number =>
  readLimit(fields, 'maxLength', lengthUpTo(MOST_WORDS), reading) ?? otherwise

/** Reads a limit that is a number; reports one that breaks its rule, and leaves it out. */
export function readLimit(fields: Fields, property: string, rule: Rule, reading: Reading): number | undefined {
  const limit = fields.number(property)
  if (limit === undefined || rule.fits(limit)) return limit
  reading.list.block('limitOutOfRange', pointer(fields.path, property), {
    property,
    element: fields.element,
    expected: rule.expected,
  })
  return undefined
}

/** Reads a limit in the form of an answer, "2026-05-31" or "2026-05"; reports one that is no day or month of the calendar. */
export function readDateLimit(
  fields: Fields,
  property: string,
  type: 'date' | 'month',
  reading: Reading,
): string | undefined {
  const limit = fields.raw(property)
  if (limit === undefined || (typeof limit === 'string' && (type === 'date' ? isDay : isMonth)(limit))) return limit
  reading.list.block('limitOutOfRange', pointer(fields.path, property), {
    property,
    element: fields.element,
    expected: type === 'date' ? 'a day like 2026-05-31' : 'a month like 2026-05',
  })
  return undefined
}

/** Reports a lower limit above its upper limit. One of the two may stand elsewhere, on the question of a validator. */
export function reportContradiction(
  fields: Fields,
  [low, lower]: readonly [string, number | string | undefined],
  [high, upper]: readonly [string, number | string | undefined],
  reading: Reading,
): void {
  if (lower === undefined || upper === undefined || lower <= upper) return
  const path = pointer(fields.path, fields.wrote(low) ? low : high)
  reading.list.block('contradictoryLimits', path, { element: fields.element, low, high })
}
