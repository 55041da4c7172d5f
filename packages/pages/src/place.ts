import type { Answers, Clock, Questionnaire, Screen } from '@klankbord/model'
import { minutesOf, progress, route } from '@klankbord/questionnaire'

/** Where somebody is. Numbers count the questions that these answers lead past, from 1; `last` is below `first` where there are none. */
export interface Place {
  readonly first: number
  readonly last: number
  readonly total: number
  /** What is left, this screen included: at least 1. */
  readonly minutes: number
}

/** The place of a screen. A screen that routing leaves out (as in a preview) counts as if it were asked. */
export function placeOf(questionnaire: Questionnaire, answers: Answers, screen: Screen, clock?: Clock): Place {
  const { screens } = route(questionnaire, answers, clock)
  const at = progress(questionnaire, answers, screen.id, clock)
  const index = questionnaire.screens.findIndex(({ id }) => id === screen.id)
  const ahead = new Set(questionnaire.screens.slice(index).map(({ id }) => id))
  const left = screens.filter(({ id }) => ahead.has(id) && id !== screen.id)
  const names = new Set([screen, ...left].flatMap(({ questions }) => questions))
  const more = screens.some(({ id }) => id === screen.id) ? 0 : screen.questions.length
  return {
    first: at.first,
    last: at.number + more,
    total: at.total + more,
    minutes: minutesOf(questionnaire.questions.filter(({ name }) => names.has(name))),
  }
}

/** The screen with this id, holding what these answers lead to; null when the questionnaire has none. */
export function screenOf(
  questionnaire: Questionnaire,
  answers: Answers,
  screenId: string,
  clock?: Clock,
): Screen | null {
  const has = ({ id }: Screen): boolean => id === screenId
  return route(questionnaire, answers, clock).screens.find(has) ?? questionnaire.screens.find(has) ?? null
}
