import { MAKERS_LANGUAGES, problem, type TranslatedText } from '@klankbord/model'
import { INSTRUMENT_TRANSLATIONS } from '@klankbord/instruments'
import { PAGE_LANGUAGES, pageTexts } from '@klankbord/pages'
import { compileText } from '@klankbord/questionnaire'
import { questionnaireTexts } from '../language/questionnaire-texts.ts'
import { readTextFile } from './read-text-file.ts'

/** Which texts a command is about. */
export interface TextChoice {
  readonly data: string
  /** A definition whose texts come on top of our own. */
  readonly definition?: string
  /** Only these texts. */
  readonly key?: readonly string[]
}

/** The texts of this project in a language: the pages around the questions, and the questionnaires. */
export function ourTexts(language: string): readonly TranslatedText[] {
  if (!PAGE_LANGUAGES.includes(language)) return []
  return [...pageTexts(language), ...INSTRUMENT_TRANSLATIONS.filter((text) => text.language === language)]
}

/**
 * The texts that a command is about: ours and those of the definition, or only those with the keys.
 *
 * @throws Problem `languageWithoutTexts`, `unknownText`, `definitionRefused`
 */
export async function chosenTexts(
  language: string,
  { definition, key }: Omit<TextChoice, 'data'>,
): Promise<readonly TranslatedText[]> {
  const own = MAKERS_LANGUAGES.includes(language) ? [] : ourTexts(language)
  const texts = [...own, ...(definition === undefined ? [] : await textsOfFile(definition, language))]
  const known = PAGE_LANGUAGES.filter((one) => !MAKERS_LANGUAGES.includes(one))
  if (texts.length === 0) throw problem('languageWithoutTexts', { language, known })
  if (key === undefined) return texts
  const strange = key.filter((one) => !texts.some((text) => text.key === one))
  if (strange.length > 0) throw problem('unknownText', { keys: strange, language })
  return texts.filter((text) => key.includes(text.key))
}

async function textsOfFile(file: string, language: string): Promise<readonly TranslatedText[]> {
  const { questionnaire, findings } = compileText(await readTextFile(file))
  if (questionnaire === null) throw problem('definitionRefused', { findings: findings.length })
  return questionnaireTexts(questionnaire, language)
}
