import {
  hasOptions,
  type ChoiceQuestion,
  type Comparison,
  type Json,
  type Operand,
  type Question,
} from '@klankbord/model'
import { shown } from '../compile/finding-list.ts'
import { nearest } from '../compile/suggest.ts'
import type { Expression } from './expression.ts'
import { unsupported, type Bound, type Scope } from './scope.ts'

type Primitive = string | number | boolean

const NEEDS_LIST: ReadonlySet<Comparison> = new Set(['anyOf', 'allOf'])
const ORDERS: ReadonlySet<Comparison> = new Set(['less', 'lessOrEqual', 'greater', 'greaterOrEqual'])

/**
 * Binds what a question is compared with. A value that stands for an option becomes the very value of that
 * option, so that "2" in a condition is 2 in an answer and evaluating needs no conversions.
 */
export function bindValues(op: Comparison, question: Question, other: Expression, scope: Scope): Bound<Operand> {
  const written = other.kind === 'list' ? other.of : [other]
  const values = written.map((part) => primitiveOf(part))
  if (values.includes(null) || values.length === 0)
    return unsupported(scope, `${question.name} can be compared with values only`, 'empty')
  const listed = other.kind === 'list'
  const fault = shapeFault(op, question, listed)
  if (fault !== null) return unsupported(scope, fault.reason, fault.suggestion)
  if (new Set(values.map((value) => spelling(value ?? ''))).size < values.length)
    return unsupported(scope, `a value stands twice in the list for ${question.name}`)
  const bound = values.map((value) => bindValue(op, question, value ?? '', scope))
  if (bound.includes(null)) return null
  return { value: (listed ? bound : (bound[0] ?? null)) as Json }
}

const primitiveOf = (part: Expression): Primitive | null =>
  part.kind === 'value' && typeof part.value !== 'object' ? part.value : null

function shapeFault(
  op: Comparison,
  question: Question,
  listed: boolean,
): { readonly reason: string; readonly suggestion: string } | null {
  const { name } = question
  if (NEEDS_LIST.has(op)) return listed ? null : { reason: `${op} needs a list, as in [1, 2]`, suggestion: '[…]' }
  if (op === 'contains' || op === 'notContains') return null
  if (question.type === 'checkbox' && !listed)
    return { reason: `${name} can have several answers, so it never equals one value`, suggestion: 'contains' }
  if (question.type !== 'checkbox' && listed)
    return { reason: `${name} has one answer, so it never equals a list`, suggestion: 'anyof' }
  return null
}

function bindValue(op: Comparison, question: Question, value: Primitive, scope: Scope): Bound<Primitive> {
  const number = typeof value === 'boolean' || value === '' ? Number.NaN : Number(value)
  if (!hasOptions(question)) return Number.isFinite(number) ? number : notANumber(question, value, scope)
  if (ORDERS.has(op)) {
    if (!Number.isFinite(number)) return notANumber(question, value, scope)
    hintOnEmpties(op, question, number, scope)
    return number
  }
  // survey-core puts lists in order before it compares them, and capitals stand elsewhere in that order.
  const spelt = question.type === 'checkbox' && (op === 'equal' || op === 'notEqual') ? String : spelling
  const option = question.options.find((candidate) => spelt(candidate.value) === spelt(value))
  if (option) return option.value
  const offered = question.options.map((candidate) => shown(String(candidate.value)))
  scope.list.block(
    'unknownConditionOption',
    scope.path,
    { question: question.name, element: scope.element, value: shown(String(value)), offered },
    () => (typeof value === 'string' ? nearest(value, offered) : undefined),
  )
  return null
}

/** "2" stands for 2 and JA for ja, as in survey-core; "02" does not stand for 2. */
const spelling = (value: Primitive): string => String(value).trim().toLowerCase()

const notANumber = (question: Question, value: Primitive, scope: Scope): null =>
  unsupported(scope, `${question.name} is compared with ${shown(String(value))}, which is no number`)

/** "Less than 2" also holds for "don't know", whose value is -3: as SurveyJS has it, but seldom what is meant. */
function hintOnEmpties(op: Comparison, question: ChoiceQuestion, limit: number, scope: Scope): void {
  const below = op === 'less' || op === 'lessOrEqual'
  for (const option of question.options) {
    const value = Number(option.value)
    if (option.empty !== undefined && (value === limit ? op.endsWith('OrEqual') : value < limit === below))
      scope.list.hint('conditionOnEmptyCode', scope.path, {
        question: question.name,
        element: scope.element,
        value: shown(String(option.value)),
      })
  }
}
