import type { Answers, Clock, Question, Questionnaire, Screen } from '@klankbord/model'
import { progress, route } from '@klankbord/questionnaire'

/** Where somebody is. Numbers count the questions that these answers lead past, from 1; `last` is below `first` where there are none. */
export interface Place {
  readonly first: number
  readonly last: number
  readonly total: number
  /** What is left, this screen included: at least 1. */
  readonly minutes: number
}

/** Rough times to read and answer, in seconds; not measured, so pages say "about" and "nog … minuten". */
const SECONDS: Readonly<Record<Question['type'], number>> = {
  radiogroup: 30,
  dropdown: 35,
  rating: 25,
  boolean: 20,
  imagepicker: 30,
  checkbox: 45,
  ranking: 75,
  matrix: 15,
  number: 30,
  date: 30,
  month: 25,
  text: 45,
  email: 45,
  comment: 90,
  multipletext: 20,
  paneldynamic: 120,
  signaturepad: 30,
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

/** How many questions most people get and how long that takes. */
export function lengthOf(
  questionnaire: Questionnaire,
  clock?: Clock,
): { readonly questions: number; readonly minutes: number } {
  const { asked } = route(questionnaire, {}, clock)
  const met = questionnaire.questions.filter(({ name }) => asked.has(name))
  return { questions: met.length, minutes: minutesOf(met) }
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

function minutesOf(questions: readonly Question[]): number {
  const seconds = questions.reduce((sum, question) => sum + SECONDS[question.type] * partsOf(question), 0)
  return Math.max(1, Math.round(seconds / 60))
}

function partsOf(question: Question): number {
  if (question.type === 'matrix') return question.rows.length
  return question.type === 'multipletext' ? question.items.length : 1
}
