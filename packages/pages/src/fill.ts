import type { Answers, Clock, Questionnaire } from '@klankbord/model'
import { fillIn, fillInHtml } from '@klankbord/questionnaire'
import type { Fill } from './voice.ts'

/** Texts of the author with `{name}` filled in from the answers so far. */
export function fillFrom(questionnaire: Questionnaire, answers: Answers, clock?: Clock): Fill {
  return {
    text: (text, language) => fillIn(questionnaire, { [language]: text }, answers, language, clock),
    prose: (text, language) => fillInHtml(questionnaire, { [language]: text }, answers, language, clock),
  }
}
