import type { LanguageCode } from '@klankbord/model'
import type { Reading } from './reading.ts'

const MOST_LANGUAGES = 40

/** Hints at every text that is missing in a language that other texts have. */
export function reportTranslations(reading: Reading, languages: readonly LanguageCode[]): void {
  if (languages.length > MOST_LANGUAGES)
    return reading.list.block('definitionTooLarge', '', { what: 'languages', limit: MOST_LANGUAGES })
  for (const { path, element, text } of [...reading.texts, ...reading.ownTexts])
    for (const language of languages)
      if (!Object.hasOwn(text, language)) reading.list.hint('missingTranslation', path, { language, element })
}
