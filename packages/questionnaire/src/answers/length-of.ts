import type { Clock, Question, Questionnaire } from '@klankbord/model'
import { route } from './route.ts'

/** Rough times to read and answer, in seconds; not measured, so whoever shows them says "about". */
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

/**
 * How many questions most people get and how many minutes that takes: those that are asked of somebody who has
 * answered nothing yet, so that follow-up questions are left out.
 *
 * @example lengthOf(questionnaire) // { questions: 12, minutes: 6 }
 */
export function lengthOf(
  questionnaire: Questionnaire,
  clock?: Clock,
): { readonly questions: number; readonly minutes: number } {
  const { asked } = route(questionnaire, {}, clock)
  const met = questionnaire.questions.filter(({ name }) => asked.has(name))
  return { questions: met.length, minutes: minutesOf(met) }
}

/** Whole minutes that these questions take, at least 1: each row of a matrix and each item of a multipletext counts. */
export function minutesOf(questions: readonly Question[]): number {
  const seconds = questions.reduce((sum, question) => sum + SECONDS[question.type] * partsOf(question), 0)
  return Math.max(1, Math.round(seconds / 60))
}

function partsOf(question: Question): number {
  if (question.type === 'matrix') return question.rows.length
  return question.type === 'multipletext' ? question.items.length : 1
}
