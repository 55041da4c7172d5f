import type { Answers, Questionnaire } from '@klankbord/model'
import { consentScreen } from '@klankbord/questionnaire'

/** Whether somebody filled in anything: what they agreed to on the first page is no answer yet, nor is a question passed over. */
export function isFilledIn(questionnaire: Questionnaire, answers: Answers): boolean {
  const consents = new Set(consentScreen(questionnaire)?.questions)
  return Object.keys(answers).some((name) => !consents.has(name))
}
