import type { Answers, Questionnaire } from '@klankbord/model'
import { maskCitizenNumbers, CITIZEN_NUMBER_MARK } from './mask-citizen-numbers.ts'
import { changeOpenAnswers, openAnswers } from './open-answers.ts'

/**
 * The answers with a mark in the place of every citizen service number in what somebody wrote. To be done before
 * `check`: then conditions, limits and the hash of the content are about what is stored, and the same answers sent again
 * are the same. Takes anything, as `check` does.
 */
export function maskAnswers<Given>(questionnaire: Questionnaire, answers: Given): Given {
  // Only texts change, and they stay texts.
  return changeOpenAnswers(questionnaire, answers, ({ text }) => maskCitizenNumbers(text)) as Given
}

/** Names of the variables in which a citizen service number was masked. */
export function maskedVariables(questionnaire: Questionnaire, answers: Answers): readonly string[] {
  return openAnswers(questionnaire, answers)
    .filter(({ text }) => text.includes(CITIZEN_NUMBER_MARK))
    .map(({ variable }) => variable)
}
