import {
  finding,
  hasOptions,
  pointer,
  type ChoiceQuestion,
  type Finding,
  type MultipleChoiceQuestion,
  type NumberQuestion,
  type Option,
  type Question,
  type TextQuestion,
} from '@klankbord/model'
import { isStorableText } from './storable-text.ts'

/**
 * What is wrong with one answer; nothing when it is exactly an answer that the question takes. Types are
 * strict: "1" is not 1, and an empty text or list is no answer but the lack of one.
 */
export function checkAnswer(question: Question, answer: unknown): readonly Finding[] {
  if (question.type === 'checkbox') return checkMultiple(question, answer)
  if (hasOptions(question)) return checkSingle(question, answer)
  return question.type === 'number' ? checkNumber(question, answer) : checkText(question, answer)
}

const at = (question: Question): string => pointer('/answers', question.name)

const wrongType = (question: Question, expected: string): readonly Finding[] => [
  finding('wrongAnswerType', at(question), { name: question.name, expected }),
]

const optionOf = (question: ChoiceQuestion, value: unknown): Option | undefined =>
  question.options.find((option) => option.value === value)

const notOffered = (question: ChoiceQuestion): Finding =>
  finding('optionNotOffered', at(question), {
    name: question.name,
    offered: question.options.map((option) => JSON.stringify(option.value)),
  })

function checkSingle(question: ChoiceQuestion, answer: unknown): readonly Finding[] {
  if (!isPrimitive(answer)) return wrongType(question, 'the value of one option')
  return optionOf(question, answer) ? [] : [notOffered(question)]
}

const isPrimitive = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

const LIST = 'a list with the values of options'

function checkMultiple(question: MultipleChoiceQuestion, answer: unknown): readonly Finding[] {
  const { name, options, minSelected = 1, maxSelected = options.length } = question
  if (!Array.isArray(answer) || answer.length === 0) return wrongType(question, LIST)
  if (answer.length > options.length) return [finding('tooManySelected', at(question), { name, maximum: maxSelected })]
  if (!answer.every(isPrimitive)) return wrongType(question, LIST)
  const chosen = answer.map((value) => optionOf(question, value))
  if (chosen.includes(undefined)) return [notOffered(question)]
  if (new Set(chosen).size < chosen.length) return [finding('duplicateOption', at(question), { name })]
  const alone = chosen.find((option) => option?.empty !== undefined || option?.exclusive === true)
  if (alone)
    return chosen.length === 1 ? [] : [finding('exclusiveOption', at(question), { name, option: String(alone.value) })]
  if (chosen.length < minSelected) return [finding('tooFewSelected', at(question), { name, minimum: minSelected })]
  if (chosen.length > maxSelected) return [finding('tooManySelected', at(question), { name, maximum: maxSelected })]
  return []
}

function checkNumber(question: NumberQuestion, answer: unknown): readonly Finding[] {
  const { name, min, max, step } = question
  if (typeof answer !== 'number') return wrongType(question, 'a number')
  if (!Number.isFinite(answer)) return [finding('notANumber', at(question), { name })]
  if (min !== undefined && answer < min) return [finding('belowMinimum', at(question), { name, minimum: min })]
  if (max !== undefined && answer > max) return [finding('aboveMaximum', at(question), { name, maximum: max })]
  const start = min ?? 0
  if (step !== undefined && !isStep(answer, start, step))
    return [finding('notAStep', at(question), { name, step, start })]
  return []
}

/** Binary fractions are not exact (0.3 is no multiple of 0.1), so a step may be off by a billionth of itself and of rounding. */
function isStep(answer: number, start: number, step: number): boolean {
  const steps = (answer - start) / step
  return Math.abs(steps - Math.round(steps)) <= 1e-9 + Math.abs(steps) * 4 * Number.EPSILON
}

function checkText(question: TextQuestion, answer: unknown): readonly Finding[] {
  const { name, maxLength } = question
  if (typeof answer !== 'string' || answer === '') return wrongType(question, 'a text that is not empty')
  if (answer.length > maxLength) return [finding('textTooLong', at(question), { name, maximum: maxLength })]
  return isStorableText(answer) ? [] : [finding('forbiddenCharacter', at(question), { name })]
}
