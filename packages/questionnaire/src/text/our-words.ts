import type { Catalogue, LanguageCode, LocalizedText, TranslatedText } from '@klankbord/model'
import ar from '../messages/ar.json' with { type: 'json' }
import en from '../messages/en.json' with { type: 'json' }
import nl from '../messages/nl.json' with { type: 'json' }
import pl from '../messages/pl.json' with { type: 'json' }
import ro from '../messages/ro.json' with { type: 'json' }
import tr from '../messages/tr.json' with { type: 'json' }
import uk from '../messages/uk.json' with { type: 'json' }

/** The few words that this package puts before respondents itself, where an author wrote none. */
export type OurWord = 'yes' | 'no' | 'notGiven' | 'other'

const WORDS: readonly OurWord[] = ['yes', 'no', 'notGiven', 'other']

/** Dutch and English are the makers'. Nobody who speaks the others wrote them, so each waits for a release. */
const CATALOGUES: Readonly<Record<LanguageCode, Catalogue<OurWord>>> = { nl, en, pl, ro, ar, tr, uk }

/**
 * One of our own words, also in a variety of a language; in English where we have none.
 *
 * @example ourWord('yes', 'nl-BE') // 'Ja'
 */
export function ourWord(word: OurWord, language: LanguageCode): string {
  return (CATALOGUES[language.split('-')[0] ?? ''] ?? en)[word]
}

/** One of our own words in every language that we have it in. */
export function ourText(word: OurWord): LocalizedText {
  return Object.fromEntries(Object.entries(CATALOGUES).map(([language, words]) => [language, words[word]]))
}

/**
 * Our own words in a language beside their Dutch, for review. Yes and no are promises: with them somebody consents.
 *
 * @example ourTexts('pl')[0] // { key: 'words/yes', language: 'pl', source: 'Ja', text: 'Tak', promise: true }
 */
export function ourTexts(language: LanguageCode): readonly TranslatedText[] {
  return WORDS.map((word) => ({
    key: `words/${word}`,
    language,
    source: nl[word],
    text: CATALOGUES[language]?.[word] ?? '',
    promise: word !== 'other',
  }))
}
