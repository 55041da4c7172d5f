import {
  MAKERS_LANGUAGES,
  reviewLanguage,
  type LanguageCode,
  type LanguageReview,
  type Questionnaire,
  type ReviewOf,
  type TranslatedText,
} from '@klankbord/model'
import { PAGE_LANGUAGES, pageTexts } from '@klankbord/pages'
import { barelyWritten } from './barely-written.ts'
import { questionnaireTexts } from './questionnaire-texts.ts'

/** All texts that somebody reads who fills in this questionnaire in this language, the buttons around it included. */
export function textsToReview(questionnaire: Questionnaire, language: LanguageCode): readonly TranslatedText[] {
  return [...pageTexts(language), ...questionnaireTexts(questionnaire, language)]
}

/**
 * How far each language of a questionnaire is. Dutch and English are not among them: the makers wrote their texts, and
 * the author answers for what is added in them.
 */
export function languageReviews(questionnaire: Questionnaire, reviewOf: ReviewOf): readonly LanguageReview[] {
  return questionnaire.languages
    .filter((language) => !MAKERS_LANGUAGES.includes(language))
    .map((language) => reviewLanguage(language, textsToReview(questionnaire, language), reviewOf))
}

/**
 * The languages in which respondents may be asked: those of which every promise is released as it reads now, and in which
 * more was written than a beginning.
 */
export function openLanguages(questionnaire: Questionnaire, reviewOf: ReviewOf): readonly LanguageCode[] {
  const begun = new Set(barelyWritten(questionnaire).map(({ language }) => language))
  return questionnaire.languages.filter(
    (language) => !begun.has(language) && isOpen(language, (own) => textsToReview(questionnaire, own), reviewOf),
  )
}

/** The languages in which a page may speak that belongs to no questionnaire: what is promised on pages is released. */
export function openPageLanguages(reviewOf: ReviewOf): readonly LanguageCode[] {
  return PAGE_LANGUAGES.filter((language) => isOpen(language, pageTexts, reviewOf))
}

function isOpen(
  language: LanguageCode,
  textsIn: (language: LanguageCode) => readonly TranslatedText[],
  reviewOf: ReviewOf,
): boolean {
  return (
    MAKERS_LANGUAGES.includes(language) ||
    textsIn(language).every((text) => !text.promise || reviewOf(text).state === 'released')
  )
}
