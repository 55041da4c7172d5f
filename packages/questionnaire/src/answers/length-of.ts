import { hasOptions, type Answers, type Clock, type Question, type Questionnaire } from '@klankbord/model'
import { consentScreen } from '../consent/consent-of.ts'
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

/** Beyond this many ways through the questions of consent and eligibility the rest are not looked at. */
const MOST_WAYS = 64

/**
 * How many questions most people get and how many minutes that takes. Questions that block, about consent and whether
 * somebody may take part, count as answered in the way that leads furthest: else a questionnaire that begins with them
 * would seem to end with them. Consents on the introduction are read there and do not count. All others count as unanswered, so that follow-up questions are left out.
 *
 * @example lengthOf(questionnaire) // { questions: 12, minutes: 6 }
 */
export function lengthOf(
  questionnaire: Questionnaire,
  clock?: Clock,
): { readonly questions: number; readonly minutes: number } {
  const sheet = new Set(consentScreen(questionnaire)?.questions)
  let longest: readonly Question[] = []
  const open: Answers[] = [{}]
  for (let ways = 0; ways < MOST_WAYS; ways += 1) {
    const answers = open.pop()
    if (!answers) break
    const { asked } = route(questionnaire, answers, clock)
    const met = questionnaire.questions.filter(({ name }) => asked.has(name) && !sheet.has(name))
    if (met.length > longest.length) longest = met
    open.push(...waysOn(met, answers))
  }
  return { questions: longest.length, minutes: minutesOf(longest) }
}

/** The answers that somebody could give to the first question that blocks and has none. */
function waysOn(met: readonly Question[], answers: Answers): readonly Answers[] {
  const gate = met.find(({ name, blocking }) => blocking === true && !Object.hasOwn(answers, name))
  if (!gate || !hasOptions(gate)) return []
  return gate.options.map(({ value }) => ({ ...answers, [gate.name]: gate.type === 'checkbox' ? [value] : value }))
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
