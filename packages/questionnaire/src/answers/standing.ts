import {
  commentKey,
  hasOptions,
  type AnswerParts,
  type AnswerValue,
  type ChoiceQuestion,
  type Option,
  type Primitive,
  type Question,
  type RankingQuestion,
} from '@klankbord/model'
import { isOpen, type Conditional, type Scope } from './scope.ts'

/** Whether an option cannot be chosen together with others. */
export const standsAlone = (option: Option): boolean => option.empty !== undefined || option.exclusive === true

/**
 * The fewest options to choose: never more than are offered together.
 *
 * @param offered the options that are offered now
 */
export function fewest(question: Extract<Question, { minSelected?: number }>, offered: readonly Option[]): number {
  return Math.min(question.minSelected ?? 1, offered.filter((option) => !standsAlone(option)).length)
}

/** Whether the words beside "other" belong to this answer. */
export function choosesOther(question: Question, answer: unknown): boolean {
  if (!hasOptions(question)) return false
  const other = question.options.find((option) => option.other)
  return other !== undefined && (Array.isArray(answer) ? answer.includes(other.value) : answer === other.value)
}

/**
 * What is left of an answer without options, rows and questions of a panel that are not offered any more: the very
 * same when all of it stands, undefined when nothing does, or too little for an answer.
 */
export function standing(question: Question, answer: AnswerValue, scope: Scope): AnswerValue | undefined {
  switch (question.type) {
    case 'matrix':
      return standingParts(
        answer,
        (name, value) => stands(question.rows, name, scope) && !isClosed(question.columns, value, scope),
      )
    case 'multipletext':
      return standingParts(answer, (name) => stands(question.items, name, scope))
    case 'paneldynamic':
      return Array.isArray(answer)
        ? standingPanels(question.questions, answer as readonly AnswerParts[], scope)
        : answer
    default:
      return 'options' in question ? standingChoice(question, answer, scope) : answer
  }
}

function standingChoice(
  question: ChoiceQuestion | RankingQuestion,
  answer: AnswerValue,
  scope: Scope,
): AnswerValue | undefined {
  if (!Array.isArray(answer)) return isClosed(question.options, answer, scope) ? undefined : answer
  const kept = (answer as readonly Primitive[]).filter((value) => !isClosed(question.options, value, scope))
  const offered = question.options.filter((option) => isOpen(option, scope))
  const alone = offered.some((option) => standsAlone(option) && kept.includes(option.value))
  const least = !alone && (question.type === 'checkbox' || question.type === 'ranking') ? fewest(question, offered) : 1
  if (kept.length < Math.max(1, least)) return undefined
  return kept.length === answer.length ? answer : kept
}

const isClosed = (options: readonly Option[], value: unknown, scope: Scope): boolean => {
  const option = options.find((candidate) => candidate.value === value)
  return option !== undefined && !isOpen(option, scope)
}

function stands(parts: readonly (Conditional & { readonly name: string })[], name: string, scope: Scope): boolean {
  const part = parts.find((candidate) => candidate.name === name)
  return part === undefined || isOpen(part, scope)
}

function standingParts(answer: AnswerValue, stays: (name: string, value: unknown) => boolean): AnswerValue | undefined {
  if (typeof answer !== 'object') return answer
  const entries = Object.entries(answer as AnswerParts)
  const kept = entries.filter(([name, value]) => stays(name, value))
  if (kept.length === entries.length) return answer
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}

/** Panels keep their places, also when nothing stands in one of them. */
function standingPanels(
  questions: readonly Question[],
  answer: readonly AnswerParts[],
  scope: Scope,
): AnswerValue | undefined {
  const panels = answer.map((panel) => standingPanel(questions, panel, scope))
  if (panels.every((panel) => Object.keys(panel).length === 0)) return undefined
  return panels.every((panel, place) => panel === answer[place]) ? answer : panels
}

/** What stands of one panel; the very same when all of it does. */
export function standingPanel(questions: readonly Question[], panel: AnswerParts, scope: Scope): AnswerParts {
  const kept: Record<string, AnswerValue> = {}
  const inside: Scope = { ...scope, panel: kept as AnswerParts }
  let same = true
  for (const question of questions) {
    const { name } = question
    const given = Object.hasOwn(panel, name) ? panel[name] : undefined
    const stays = given !== undefined && isOpen(question, inside) ? standing(question, given, inside) : undefined
    if (stays !== undefined) kept[name] = stays
    const words = commentKey(name)
    const own = Object.hasOwn(panel, words) ? panel[words] : undefined
    if (own !== undefined && choosesOther(question, stays)) kept[words] = own
    same &&= given === kept[name] && own === kept[words]
  }
  return same ? panel : (kept as AnswerParts)
}
