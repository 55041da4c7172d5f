/** A BCP 47 language tag as used in SurveyJS translations: `nl`, `en`, `ar`. */
export type LanguageCode = string

/** One text in one or more languages. The questionnaire's own language is always there. */
export type LocalizedText = Readonly<Record<LanguageCode, string>>

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'prs', 'he', 'ur', 'ckb', 'ps'])

/**
 * The text in the wanted language, else in `fallback`, else in any language there is.
 *
 * @example localize({ nl: 'Ja', en: 'Yes' }, 'pl', 'nl') // 'Ja'
 */
export function localize(text: LocalizedText, language: LanguageCode, fallback: LanguageCode): string {
  return text[language] ?? text[fallback] ?? Object.values(text)[0] ?? ''
}

/** The direction in which a language is written. @example directionOf('ar') // 'rtl' */
export function directionOf(language: LanguageCode): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? language) ? 'rtl' : 'ltr'
}
