import { problem, type LanguageCode, type Questionnaire } from '@klankbord/model'

/**
 * The language that somebody wants to read a questionnaire in; its own unless told.
 *
 * @throws Problem `languageNotThere`, with the languages that there are
 * @example languageIn({ language: 'nl', languages: ['nl', 'en'] }, 'EN') // 'en'
 */
export function languageIn(
  { language, languages }: Pick<Questionnaire, 'language' | 'languages'>,
  wanted: string | undefined,
): LanguageCode {
  if (wanted === undefined) return language
  const found = languages.find((each) => each === wanted.toLowerCase())
  if (found === undefined) throw problem('languageNotThere', { language: wanted, languages })
  return found
}
