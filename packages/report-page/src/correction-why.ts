import type { EditionCorrection, LanguageCode } from '@klankbord/model'
import { html, type Html } from './html.ts'
import { reportTexts } from './report-texts.ts'

/** Why an edition takes the place of the one before, in a sentence, and what its authors add to that. */
export function correctionWhy({ reason, words, edition: before }: EditionCorrection, language: LanguageCode): Html {
  const why = reason === 'other' ? '' : reportTexts(language)(`correctionWhy_${reason}`, { before })
  return html`${why}${words !== null && html` <span dir="auto">${words}</span>`}`
}
