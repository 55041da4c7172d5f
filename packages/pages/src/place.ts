import type { Answers, Question, Questionnaire, Screen } from '@klankbord/model'
import { route } from '@klankbord/questionnaire'

/** Where somebody is. Numbers count the questions that these answers lead past, from 1. */
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
  rating: 25,
  boolean: 20,
  checkbox: 45,
  number: 30,
  text: 45,
  comment: 90,
}

/** The place of a screen. A screen that routing leaves out (as in a preview) counts as if it were asked. */
export function placeOf(questionnaire: Questionnaire, answers: Answers, screen: Screen): Place {
  const { asked } = route(questionnaire, answers)
  const met = questionnaire.questions.filter(({ name }) => asked.has(name) || screen.questions.includes(name))
  const first = met.findIndex(({ name }) => screen.questions.includes(name))
  return {
    first: first + 1,
    last: first + screen.questions.length,
    total: met.length,
    minutes: minutesOf(met.slice(first)),
  }
}

/** How many questions most people get and how long that takes. */
export function lengthOf(questionnaire: Questionnaire): { readonly questions: number; readonly minutes: number } {
  const { asked } = route(questionnaire, {})
  const met = questionnaire.questions.filter(({ name }) => asked.has(name))
  return { questions: met.length, minutes: minutesOf(met) }
}

/** The screen with this id, holding what these answers lead to; null when the questionnaire has none. */
export function screenOf(questionnaire: Questionnaire, answers: Answers, screenId: string): Screen | null {
  const has = (screen: Screen): boolean => screen.id === screenId
  return route(questionnaire, answers).screens.find(has) ?? questionnaire.screens.find(has) ?? null
}

function minutesOf(questions: readonly Question[]): number {
  const seconds = questions.reduce((sum, { type }) => sum + SECONDS[type], 0)
  return Math.max(1, Math.round(seconds / 60))
}
