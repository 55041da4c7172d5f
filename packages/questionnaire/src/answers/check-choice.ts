import { answerFinding, type ChoiceQuestion, type Finding, type Option, type RankingQuestion } from '@klankbord/model'
import type { At } from './at.ts'
import { wrongType } from './check-input.ts'
import { isConditional, isOpen, type Scope } from './scope.ts'
import { fewest, standsAlone } from './standing.ts'

type ListQuestion = Extract<ChoiceQuestion | RankingQuestion, { readonly minSelected?: number }>

/** Checks an option, or a list of them, against those that are offered. */
export function checkChoice(
  question: ChoiceQuestion | RankingQuestion,
  answer: unknown,
  at: At,
  scope: Scope | undefined,
): readonly Finding[] {
  if (question.type === 'checkbox' || question.type === 'ranking') return checkList(question, answer, at, scope)
  return checkOption(question.options, answer, at, scope)
}

/** Checks the value of one option. */
export function checkOption(
  options: readonly Option[],
  answer: unknown,
  at: At,
  scope: Scope | undefined,
): readonly Finding[] {
  if (!isPrimitive(answer)) return wrongType(at, 'the value of one option')
  const option = options.find((candidate) => candidate.value === answer)
  return option && (!scope || isOpen(option, scope)) ? [] : [notOffered(options, at, scope)]
}

const isPrimitive = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

const offeredOf = (options: readonly Option[], scope: Scope | undefined): readonly Option[] =>
  scope ? options.filter((option) => isOpen(option, scope)) : options

const notOffered = (options: readonly Option[], { name, path }: At, scope: Scope | undefined): Finding =>
  answerFinding('optionNotOffered', path, {
    name,
    offered: offeredOf(options, scope).map((option) => JSON.stringify(option.value)),
  })

const LIST = 'a list with the values of options'

function checkList(question: ListQuestion, answer: unknown, at: At, scope: Scope | undefined): readonly Finding[] {
  const { name, path } = at
  const { options, maxSelected = options.length } = question
  if (!Array.isArray(answer) || answer.length === 0) return wrongType(at, LIST)
  if (answer.length > options.length) return [answerFinding('tooManySelected', path, { name, maximum: maxSelected })]
  if (!answer.every(isPrimitive)) return wrongType(at, LIST)
  const offered = offeredOf(options, scope)
  const chosen = answer.map((value) => offered.find((option) => option.value === value))
  if (chosen.includes(undefined)) return [notOffered(options, at, scope)]
  if (new Set(chosen).size < chosen.length) return [answerFinding('duplicateOption', path, { name })]
  if (chosen.some((option) => option && standsAlone(option))) {
    const alone = options.filter(standsAlone).map(({ value }) => String(value))
    return chosen.length === 1 ? [] : [answerFinding('exclusiveOption', path, { name, alone })]
  }
  // How many must be chosen can depend on what is offered, which is known only with the whole.
  const minimum = scope || !options.some(isConditional) ? fewest(question, offered) : 1
  if (chosen.length < minimum) return [answerFinding('tooFewSelected', path, { name, minimum })]
  if (chosen.length > maxSelected) return [answerFinding('tooManySelected', path, { name, maximum: maxSelected })]
  return []
}
