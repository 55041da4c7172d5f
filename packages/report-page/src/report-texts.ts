import { writtenLanguage } from '@klankbord/charts'
import { translator, type LanguageCode, type Publication, type Translate } from '@klankbord/model'
import en from './messages/en.json' with { type: 'json' }
import nl from './messages/nl.json' with { type: 'json' }

/** The keys of the catalogues of this package. */
export type ReportMessage = keyof typeof nl

const dutch: Translate<ReportMessage> = translator<ReportMessage>({ nl }, 'nl')
const english: Translate<ReportMessage> = translator<ReportMessage>({ nl, en }, 'en')

/** The texts of the page in a language; Dutch where there is no catalogue. */
export function reportTexts(language: LanguageCode): Translate<ReportMessage> {
  return writtenLanguage(language) === 'en' ? english : dutch
}

/** The languages in which a publication can be read in full: those of its questionnaire that the page speaks too, its own first. */
export function reportLanguages(publication: Publication): readonly LanguageCode[] {
  const others = publication.languages.filter((code) => code !== publication.language && ['nl', 'en'].includes(code))
  return [publication.language, ...others]
}

/** An ISO date in words. @example formatDate('2026-06-16', 'nl') // '16 juni 2026' */
export function formatDate(date: string, language: LanguageCode): string {
  return new Intl.DateTimeFormat(writtenLanguage(language) === 'en' ? 'en-GB' : 'nl', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`))
}

/** An ISO moment in words, as clocks in the Netherlands show it. @example formatMoment('2026-12-01T08:00:00Z', 'nl') // '1 december 2026, 09:00 uur' */
export function formatMoment(moment: string, language: LanguageCode): string {
  const inEnglish = writtenLanguage(language) === 'en'
  const locale = inEnglish ? 'en-GB' : 'nl'
  const at = { timeZone: 'Europe/Amsterdam' } as const
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...at }).format(new Date(moment))
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...at }).format(new Date(moment))
  return reportTexts(language)('moment', { day, time })
}

/** Two ISO dates in words, the first without its year when both are in the same. */
export function formatPeriod(
  from: string,
  to: string,
  language: LanguageCode,
): { readonly from: string; readonly to: string } {
  const last = formatDate(to, language)
  if (from.slice(0, 4) !== to.slice(0, 4)) return { from: formatDate(from, language), to: last }
  const locale = writtenLanguage(language) === 'en' ? 'en-GB' : 'nl'
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return { from: short.format(new Date(`${from}T00:00:00Z`)), to: last }
}

/**
 * The first and the last ISO date on which answers of a publication can have come: the weeks of its wave, and nothing after
 * the day of publication.
 */
export function periodOf({
  wave,
  publishedOn,
}: Pick<Publication, 'wave' | 'publishedOn'>): readonly [from: string, to: string] {
  const [from, to] = [dayOfWeek(wave.from, 'first'), dayOfWeek(wave.to, 'last')]
  return [from, from <= publishedOn && publishedOn < to ? publishedOn : to]
}

const DAY = 86_400_000

/**
 * The first or last day of an ISO week (ISO 8601: the week with 4 January is week 1).
 *
 * @example dayOfWeek('2026-W07', 'first') // '2026-02-09'
 */
export function dayOfWeek(week: string, which: 'first' | 'last'): string {
  const [year = '1970', number = '01'] = week.split('-W')
  const fourth = new Date(`${year}-01-04T00:00:00Z`)
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY + (Number(number) - 1) * 7 * DAY
  return new Date(monday + (which === 'last' ? 6 * DAY : 0)).toISOString().slice(0, 10)
}
