import { translator, type LanguageCode, type Translate } from '@klankbord/model'
import en from './messages/en.json' with { type: 'json' }
import nl from './messages/nl.json' with { type: 'json' }

/** The keys of the catalogues of this package. */
export type ChartMessage = keyof typeof nl

/** The texts of figures, of which those that can come twice in a row have other words for the second time. */
export type Say = (key: ChartMessage, values?: Readonly<Record<string, string | number>>) => string

/** The language in which numbers and interface texts are written: the wanted one where there is a catalogue, else Dutch. */
export function writtenLanguage(language: LanguageCode): 'nl' | 'en' {
  return language.split('-')[0] === 'en' ? 'en' : 'nl'
}

const dutch: Translate<ChartMessage> = /* @__PURE__ */ translator<ChartMessage>({ nl }, 'nl')
const english: Translate<ChartMessage> = /* @__PURE__ */ translator<ChartMessage>({ nl, en }, 'en')

/** The texts of figures in a language; Dutch where there is no catalogue. */
export function chartTexts(language: LanguageCode): Translate<ChartMessage> {
  return writtenLanguage(language) === 'en' ? english : dutch
}

/** A whole number with the thousands mark of the language. @example formatNumber(1400, 'nl') // '1.400' */
export function formatNumber(value: number, language: LanguageCode): string {
  return new Intl.NumberFormat(writtenLanguage(language)).format(value)
}

/** A whole percent as it is written. @example percentText(77, 'nl') // '77%' */
export function percentText(percent: number, language: LanguageCode): string {
  return chartTexts(language)('percent', { percent })
}

/** The ends of an interval as they are written. @example intervalText({ low: 74, high: 79 }, 'nl') // '74 tot 79' */
export function intervalText(value: { readonly low: number; readonly high: number }, language: LanguageCode): string {
  return chartTexts(language)('interval', { low: value.low, high: value.high })
}

/** Answers between quotation marks, joined by "or". @example eitherOf(['ja', 'nee'], 'nl') // '“ja” of “nee”' */
export function eitherOf(labels: readonly string[], language: LanguageCode): string {
  const quoted = labels.map((label) => chartTexts(language)('quoted', { text: label }))
  return new Intl.ListFormat(writtenLanguage(language), { type: 'disjunction' }).format(quoted)
}
