import { pointer } from '@klankbord/model'
import type { Fields } from './fields.ts'
import type { Reading } from './reading.ts'

/** What a limit must be, in words for the author and as a test. */
interface Rule {
  readonly expected: string
  fits(limit: number): boolean
}

export const WHOLE: Rule = {
  expected: 'a whole number of at least 0',
  fits: (n) => Number.isInteger(n) && n >= 0 && n <= 1e6,
}
export const EXACT: Rule = {
  expected: 'a number of at most 9007199254740991',
  fits: (n) => Math.abs(n) <= Number.MAX_SAFE_INTEGER,
}
export const POSITIVE: Rule = { expected: 'a number above 0', fits: (n) => n > 0 && n <= Number.MAX_SAFE_INTEGER }

export const lengthUpTo = (most: number): Rule => ({
  expected: `a whole number from 1 to ${most}`,
  fits: (n) => Number.isInteger(n) && n >= 1 && n <= most,
})

/** Reads a limit; reports one that breaks its rule, and leaves it out. */
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

/** Reports a lower limit above its upper limit. */
export function reportContradiction(
  fields: Fields,
  [low, lower]: readonly [string, number | undefined],
  [high, upper]: readonly [string, number | undefined],
  reading: Reading,
): void {
  if (lower !== undefined && upper !== undefined && lower > upper)
    reading.list.block('contradictoryLimits', pointer(fields.path, low), { element: fields.element, low, high })
}
