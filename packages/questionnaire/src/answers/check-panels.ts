import {
  commentKey,
  answerFinding,
  type AnswerParts,
  type ChoiceQuestion,
  type Finding,
  type InputQuestion,
  type PanelDynamicQuestion,
} from '@klankbord/model'
import { partAt, type At } from './at.ts'
import { checkSimple } from './check-simple.ts'
import { checkText, wrongType } from './check-input.ts'
import { isObject, unknownPart } from './check-parts.ts'
import { isOpen, type Scope } from './scope.ts'
import { choosesOther, standingPanel } from './standing.ts'

/** The finding about words beside an option that was not chosen. */
export const wordsWithoutOther = ({ name, path }: At): Finding => answerFinding('wordsWithoutOther', path, { name })

const LIST = 'a list of panels with at least one answer'

/** Checks panel by panel. A panel may be empty where another one is not. */
export function checkPanels(
  question: PanelDynamicQuestion,
  answer: unknown,
  at: At,
  scope: Scope | undefined,
): readonly Finding[] {
  const { name, path } = at
  if (!Array.isArray(answer) || answer.length === 0) return wrongType(at, LIST)
  const { minPanels: minimum, maxPanels: maximum } = question
  if (answer.length > maximum) return [answerFinding('tooManyPanels', path, { name, maximum })]
  if (answer.length < minimum) return [answerFinding('tooFewPanels', path, { name, minimum })]
  const found = answer.flatMap((panel, place) =>
    // Variables count panels from 1, and JSON pointers from 0.
    checkPanel(question, panel, { name: `${name}__${place + 1}`, path: `${path}/${place}` }, scope),
  )
  const empty = found.length === 0 && answer.every((panel) => Object.keys(panel as object).length === 0)
  return empty ? wrongType(at, LIST) : found
}

function checkPanel(
  { questions }: PanelDynamicQuestion,
  panel: unknown,
  at: At,
  scope: Scope | undefined,
): readonly Finding[] {
  if (!isObject(panel)) return wrongType(at, 'an object with the answers of one panel')
  const keys = Reflect.ownKeys(panel)
  const known = questions.flatMap((question) =>
    'other' in question && question.other ? [question.name, commentKey(question.name)] : [question.name],
  )
  const inside = scope && { ...scope, panel: standingPanel(questions, panel as AnswerParts, scope) }
  return keys.slice(0, known.length + 1).flatMap((key) => {
    const question = questions.find(({ name }) => name === key || commentKey(name) === key)
    if (!question || !known.includes(String(key))) return [unknownPart(at, key, known)]
    const { path } = partAt(at, String(key))
    const there = { name: partAt(at, question.name).name, path }
    return checkInside(question, panel, there, inside, key !== question.name)
  })
}

function checkInside(
  question: ChoiceQuestion | InputQuestion,
  panel: Readonly<Record<string, unknown>>,
  at: At,
  scope: Scope | undefined,
  words: boolean,
): readonly Finding[] {
  const answer = panel[question.name]
  if (!words) {
    if (scope && !isOpen(question, scope)) return [answerFinding('answerNotAsked', at.path, { name: at.name })]
    return checkSimple(question, answer, at, scope)
  }
  const maxLength = ('other' in question && question.other?.maxLength) || 0
  const there = { ...at, name: `${at.name}__other` }
  const found = checkText({ type: 'comment', maxLength }, panel[commentKey(question.name)], there)
  return found.length > 0 || choosesOther(question, answer) ? found : [wordsWithoutOther(there)]
}
