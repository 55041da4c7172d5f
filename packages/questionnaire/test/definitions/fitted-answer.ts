import {
  commentKey,
  hasOptions,
  type AnswerParts,
  type AnswerValue,
  type Answers,
  type Condition,
  type Option,
  type Primitive,
  type Question,
  type Questionnaire,
} from '@klankbord/model'
import { evaluate, offeredOptions, offeredRows, route } from '@klankbord/questionnaire'
import { CLOCK } from './clock.ts'

/**
 * What somebody can answer to a question out of what is in their mind: only what is offered, and nothing where too
 * little of it is left. With the words beside "other" where that was chosen.
 */
export function fitted(
  questionnaire: Questionnaire,
  name: string,
  mind: Readonly<Record<string, AnswerValue | undefined>>,
  soFar: Answers,
): Answers {
  const question = questionnaire.questions.find((candidate) => candidate.name === name)
  const wanted = mind[name]
  const { asked, derived } = route(questionnaire, soFar, CLOCK)
  if (!question || wanted === undefined || !asked.has(name)) return {}
  const answer = offeredOf(questionnaire, question, wanted, { ...soFar, ...derived })
  if (answer === undefined) return {}
  const all = { ...soFar, [name]: answer }
  const seen = { ...all, ...route(questionnaire, all, CLOCK).derived }
  if (!holdAll(question, answer, seen)) return {}
  const words = mind[commentKey(name)]
  return words !== undefined && choseOther(question, answer)
    ? { [name]: answer, [commentKey(name)]: words }
    : { [name]: answer }
}

const choseOther = (question: Question, answer: AnswerValue): boolean =>
  hasOptions(question) &&
  question.options.some(
    ({ other, value }) => other === true && (Array.isArray(answer) ? answer.includes(value) : answer === value),
  )

function offeredOf(
  questionnaire: Questionnaire,
  question: Question,
  wanted: AnswerValue,
  seen: Answers,
): AnswerValue | undefined {
  const open = offeredOptions(questionnaire, question, seen, CLOCK).filter(({ closed }) => closed !== true)
  const values = open.map(({ value }) => value)
  switch (question.type) {
    case 'matrix': {
      const rows = offeredRows(questionnaire, question, seen, CLOCK).filter(({ closed }) => closed !== true)
      return some(wanted, (row, value) => rows.some(({ name }) => name === row) && values.includes(value as Primitive))
    }
    case 'paneldynamic': {
      const panels = (wanted as readonly AnswerParts[]).map((panel) => panelOf(question.questions, panel, seen))
      return panels.some((panel) => Object.keys(panel).length > 0) ? panels : undefined
    }
    case 'ranking':
    case 'checkbox': {
      const kept = (wanted as readonly Primitive[]).filter((value) => values.includes(value))
      const alone = open.some((option) => standsAlone(option) && kept.includes(option.value))
      const least = alone
        ? 1
        : Math.min(question.minSelected ?? 1, open.filter((option) => !standsAlone(option)).length)
      return kept.length >= Math.max(1, least) ? kept : undefined
    }
    default:
      return hasOptions(question) && !values.includes(wanted as Primitive) ? undefined : wanted
  }
}

const standsAlone = ({ empty, exclusive }: Option): boolean => empty !== undefined || exclusive === true

function some(answer: AnswerValue, keep: (name: string, value: unknown) => boolean): AnswerParts | undefined {
  const kept = Object.entries(answer as AnswerParts).filter(([name, value]) => keep(name, value))
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}

const holds = (condition: Condition | undefined, seen: Answers, panel: AnswerParts): boolean =>
  condition === undefined || evaluate(condition, seen, CLOCK, panel)

/** Fills in one panel question after question. */
function panelOf(questions: readonly Question[], wanted: AnswerParts, seen: Answers): AnswerParts {
  let panel: AnswerParts = {}
  for (const question of questions) {
    const { name, visibleIf, enableIf } = question
    const value = wanted[name]
    const inside = panel
    if (value === undefined || !holds(visibleIf, seen, inside) || !holds(enableIf, seen, inside)) continue
    const open = hasOptions(question)
      ? question.options.filter(
          (option) => holds(option.visibleIf, seen, inside) && holds(option.enableIf, seen, inside),
        )
      : []
    const single = hasOptions(question) && !open.some((option) => option.value === value)
    const several = Array.isArray(value) && !value.every((each) => open.some((option) => option.value === each))
    if (Array.isArray(value) ? several : single) continue
    panel = { ...panel, [name]: value }
    const words = wanted[commentKey(name)]
    if (words !== undefined && choseOther(question, value)) panel = { ...panel, [commentKey(name)]: words }
  }
  return panel
}

/** Whether the author's own conditions hold; somebody who does not get past them leaves the question empty. */
function holdAll(question: Question, answer: AnswerValue, seen: Answers): boolean {
  const items = question.type === 'multipletext' ? question.items.filter(({ name }) => name in (answer as object)) : []
  return [question, ...items]
    .flatMap(({ validators = [] }) => validators)
    .every((validator) => validator.type !== 'expression' || evaluate(validator.condition, seen, CLOCK))
}
