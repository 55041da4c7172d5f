import { pointer, type LanguageCode } from '@klankbord/model'
import type { AuthoredText, Reading } from './reading.ts'
import { nearest } from './suggest.ts'

const MOST_LANGUAGES = 40
/** Of fewer texts than this, one is no small part. */
const FEW_TEXTS = 10
const RARE = 1 / 10

/**
 * Hints at every text that is missing in a language that other texts have. A language that hardly any text has is one
 * hint: "eng" beside "en" is a slip, and would else be missing everywhere.
 */
export function reportTranslations(reading: Reading, languages: readonly LanguageCode[]): void {
  if (languages.length > MOST_LANGUAGES)
    return reading.list.block('definitionTooLarge', '', { what: 'languages', limit: MOST_LANGUAGES })
  const { usual, rare } = sorted(reading, languages)
  const meant = new Map(rare.map((language) => [language, nearest(language, usual)]))
  for (const language of rare) reportRare(language, meant.get(language), reading)
  for (const { path, element, text } of [...reading.texts, ...reading.ownTexts]) {
    const slips = Object.keys(text).map((language) => meant.get(language))
    for (const language of usual)
      if (!Object.hasOwn(text, language) && !slips.includes(language))
        reading.list.hint('missingTranslation', path, { language, element })
  }
}

interface Languages {
  readonly usual: readonly LanguageCode[]
  readonly rare: readonly LanguageCode[]
}

/** The source language is never rare. */
function sorted({ texts, source }: Reading, languages: readonly LanguageCode[]): Languages {
  const rare = languages.filter(
    (language) =>
      language !== source && texts.length >= FEW_TEXTS && having(language, texts).length <= texts.length * RARE,
  )
  return { usual: languages.filter((language) => !rare.includes(language)), rare }
}

const having = (language: LanguageCode, texts: readonly AuthoredText[]): readonly AuthoredText[] =>
  texts.filter(({ text }) => Object.hasOwn(text, language))

function reportRare(language: LanguageCode, meant: LanguageCode | undefined, { texts, list }: Reading): void {
  const own = having(language, texts)
  const [first] = own
  if (!first) return
  const details = { language, element: first.element, texts: own.length, total: texts.length }
  list.hint('rareLanguage', pointer(first.path, language), details, () => meant)
}
