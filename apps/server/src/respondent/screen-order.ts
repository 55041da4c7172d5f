import type { Answers, Questionnaire, Screen } from '@klankbord/model'
import { route } from '@klankbord/questionnaire'

/** The first screen that is asked after this one; from the start when `after` is null; null at the end. */
export function screenAfter(questionnaire: Questionnaire, answers: Answers, after: string | null): Screen | null {
  const place = after === null ? -1 : placeOf(questionnaire, after)
  return route(questionnaire, answers).screens.find((screen) => placeOf(questionnaire, screen.id) > place) ?? null
}

/** The last screen that is asked before this one; the very last when `before` is no screen; null at the start. */
export function screenBefore(questionnaire: Questionnaire, answers: Answers, before: string): Screen | null {
  const place = placeOf(questionnaire, before)
  const { screens } = route(questionnaire, answers)
  return (place < 0 ? screens : screens.filter((screen) => placeOf(questionnaire, screen.id) < place)).at(-1) ?? null
}

/** How many questions were asked up to and including a screen: the number of its last question. */
export function questionNumber(questionnaire: Questionnaire, answers: Answers, screenId: string): number {
  const place = placeOf(questionnaire, screenId)
  return route(questionnaire, answers)
    .screens.filter((screen) => placeOf(questionnaire, screen.id) <= place)
    .reduce((count, screen) => count + screen.questions.length, 0)
}

/** The place of a screen by the name of any of its questions: routing may have left out the first. */
function placeOf(questionnaire: Questionnaire, screenId: string): number {
  return questionnaire.screens.findIndex(({ id, questions }) => id === screenId || questions.includes(screenId))
}
