import type { InterfaceLanguage } from './interface-language.ts'

/** British rather than American English: day before month, as in Dutch. */
const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<InterfaceLanguage, string>

/**
 * An ISO date or moment as a day in words.
 *
 * @example dayInWords('2026-06-12', 'nl') // '12 juni 2026'
 */
export function dayInWords(iso: string, language: InterfaceLanguage): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', ...zoneOf(iso) }).format(date)
}

/** An ISO moment as day and time, in the zone of the reader. @example '22 november 2026 om 10:42' */
export function momentInWords(iso: string, language: InterfaceLanguage): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso))
}

/** A moment as the time of day, in the zone of the reader. @example '10:42' */
export function timeOfDay(moment: number, language: InterfaceLanguage): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeStyle: 'short' }).format(moment)
}

/**
 * The name of a language, in the language of the reader.
 *
 * @example languageName('ar', 'nl') // 'Arabisch'
 */
export function languageName(tag: string, language: InterfaceLanguage): string {
  const name = new Intl.DisplayNames(LOCALES[language], { type: 'language', fallback: 'code' }).of(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(LOCALES[language]) + name.slice(1)
}

/** A bare date is a day wherever one is; a moment is read in the zone of the reader. */
function zoneOf(iso: string): { timeZone?: 'UTC' } {
  return iso.includes('T') ? {} : { timeZone: 'UTC' }
}
