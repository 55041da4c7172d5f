import { translator, type LanguageCode, type LocalizedText, type Translate } from '@klankbord/model'
import en from '../messages/en.json' with { type: 'json' }
import nl from '../messages/nl.json' with { type: 'json' }

type Key = keyof typeof nl

/** The languages in which the codebook has words of its own. */
export const OWN_LANGUAGES: readonly LanguageCode[] = ['nl', 'en']

const TRANSLATE = { nl: translator<Key>({ nl, en }, 'nl'), en: translator<Key>({ en, nl }, 'en') }

/** The catalogue in a language: Dutch, or English for all others. */
export function sayIn(language: LanguageCode): Translate<Key> {
  return TRANSLATE[language === 'nl' ? 'nl' : 'en']
}

/** A text of the catalogue in Dutch and English, and in English under the source language where that is another. */
export function ownWords(
  key: Key,
  source: LanguageCode,
  values: Readonly<Record<string, string | number>> = {},
): LocalizedText {
  const languages = OWN_LANGUAGES.includes(source) ? OWN_LANGUAGES : [source, ...OWN_LANGUAGES]
  return Object.fromEntries(languages.map((language) => [language, sayIn(language)(key, values)]))
}

/** The title of one panel, with its number, in the languages of the title. @example 'Uw hulpverlener (2)' */
export function numberedTitle(title: LocalizedText, number: number): LocalizedText {
  return Object.fromEntries(
    Object.entries(title).map(([language, text]) => [language, sayIn(language)('panelTitle', { title: text, number })]),
  )
}
