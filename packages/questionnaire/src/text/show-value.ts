import type { LanguageCode, Primitive, ValueType } from '@klankbord/model'
import { ourWord } from './our-words.ts'

/**
 * A value in words, for a person: a number with the decimal sign of the language and without grouping, since it may
 * be a year; a date with the month as a word. Always the Gregorian calendar and the digits 0 to 9, as they were
 * filled in. In a language that we have no yes and no in, they are English.
 *
 * @param valueType `month` for "2026-05"; a date that is none is shown as it is
 * @example showValue('2026-05-31', 'date', 'nl') // '31 mei 2026'
 */
export function showValue(value: Primitive, valueType: ValueType | 'month', language: LanguageCode): string {
  if (typeof value === 'boolean') return ourWord(value ? 'yes' : 'no', language)
  if (typeof value === 'number') return showNumber(value, language)
  return valueType === 'date' || valueType === 'month' ? showDate(value, valueType, language) : value
}

/** Texts as people list them. @example showList(['a', 'b', 'c'], 'nl') // 'a, b en c' */
export function showList(texts: readonly string[], language: LanguageCode): string {
  return new Intl.ListFormat(usable(language), { type: 'conjunction' }).format(texts)
}

const LATIN_DIGITS = { numberingSystem: 'latn' } as const

const showNumber = (value: number, language: LanguageCode): string =>
  new Intl.NumberFormat(usable(language), { ...LATIN_DIGITS, useGrouping: false, maximumFractionDigits: 10 }).format(
    value,
  )

function showDate(value: string, valueType: 'date' | 'month', language: LanguageCode): string {
  const date = new Date(`${valueType === 'month' ? `${value}-01` : value}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return value
  const known = usable(language)
  // The day before the month, as in the fields in which people write one.
  return new Intl.DateTimeFormat(known === 'en' ? 'en-GB' : known, {
    ...LATIN_DIGITS,
    calendar: 'gregory',
    timeZone: 'UTC',
    ...(valueType === 'date' && { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
  }).format(date)
}

/** A definition may name a language in a way that no engine knows. */
function usable(language: LanguageCode): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
