import { finding, type Finding, type LanguageReview } from '@klankbord/model'

/**
 * A hint with the languages that wait for somebody who speaks them; none when respondents are offered them all.
 *
 * @param reviews as `languageReviews` gives them
 */
export function waitingLanguages(reviews: readonly LanguageReview[]): readonly Finding[] {
  const languages = reviews.filter(({ promises }) => promises > 0).map(({ language }) => language)
  return languages.length === 0 ? [] : [finding('languagesWait', '/locale', { languages }, { severity: 'hint' })]
}
