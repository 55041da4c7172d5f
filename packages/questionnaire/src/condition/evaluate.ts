import {
  answerProblem,
  type AnswerParts,
  type Answers,
  type Clock,
  type Condition,
  type Operand,
} from '@klankbord/model'
import { calculate, type Value } from './calculate.ts'
import { FUNCTIONS } from './functions.ts'

/**
 * Whether a condition holds for these answers. Needs nothing of survey-core, but agrees with it on every
 * condition that `compile` lets through: a question without an answer is equal to nothing, contains nothing
 * and is neither less nor greater.
 *
 * @param answers answers by question, with calculated values under their names
 * @param panel answers in the same panel of a paneldynamic
 * @throws Problem `clockMissing` when the condition reads the date and there is no clock
 * @example evaluate({ op: 'equal', left: { variable: 'q1' }, right: { value: 2 } }, { q1: 2 }) // true
 */
export function evaluate(condition: Condition, answers: Answers, clock?: Clock, panel?: AnswerParts): boolean {
  switch (condition.op) {
    case 'and':
      return condition.of.every((part) => evaluate(part, answers, clock, panel))
    case 'or':
      return condition.of.some((part) => evaluate(part, answers, clock, panel))
    case 'not':
      return !evaluate(condition.of, answers, clock, panel)
    case 'empty':
      return isEmpty(valueOf(condition.left, answers, clock, panel))
    case 'notEmpty':
      return !isEmpty(valueOf(condition.left, answers, clock, panel))
    default:
      return COMPARE[condition.op](
        valueOf(condition.left, answers, clock, panel),
        valueOf(condition.right, answers, clock, panel),
      )
  }
}

/** What an operand gives; NaN where a calculation has no result. */
export function valueOf(operand: Operand, answers: Answers, clock?: Clock, panel?: AnswerParts): Value {
  if ('value' in operand) return operand.value as Value
  if ('holds' in operand) return evaluate(operand.holds, answers, clock, panel)
  if ('variable' in operand) {
    const whole = own(operand.panel ? panel : answers, operand.variable)
    return operand.part === undefined ? whole : own(whole, operand.part)
  }
  const of = operand.of.map((part) => valueOf(part, answers, clock, panel))
  if ('calculate' in operand) return calculate(operand.calculate, of[0] ?? null, of[1] ?? null)
  return FUNCTIONS[operand.call](of, () => {
    if (!clock) throw answerProblem('clockMissing', { expression: operand.call })
    return clock.today
  })
}

const own = (whole: Value | undefined, key: string): Value =>
  typeof whole === 'object' && whole !== null && !Array.isArray(whole) && Object.hasOwn(whole, key)
    ? ((whole as Readonly<Record<string, Value>>)[key] ?? null)
    : null

const isEmpty = (value: Value): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)

const COMPARE: Readonly<
  Record<Exclude<Condition['op'], 'and' | 'or' | 'not' | 'empty' | 'notEmpty'>, (left: Value, right: Value) => boolean>
> = {
  equal,
  notEqual: (left, right) => !equal(left, right),
  less: (left, right) => less(left, right),
  lessOrEqual: (left, right) => equal(left, right) || less(left, right),
  greater: (left, right) => less(right, left),
  greaterOrEqual: (left, right) => equal(left, right) || less(right, left),
  contains,
  // Of two questions without an answer, survey-core says neither that one contains the other nor that it does not.
  notContains: (left, right) => !contains(left, right) && !(isEmpty(left) && isEmpty(right)),
  anyOf: (left, right) => !isEmpty(left) && listOf(right).some((value) => contains(listOf(left), value)),
  allOf: (left, right) => !isEmpty(left) && contains(left, right),
}

/** Lists are equal whatever their order. */
function equal(left: Value, right: Value): boolean {
  if (isEmpty(left) || isEmpty(right)) return isEmpty(left) && isEmpty(right)
  if (!Array.isArray(left) || !Array.isArray(right)) return left === right
  return left.length === right.length && contains(left, right)
}

/** Both are numbers, or both are dates, whose order is that of their letters. */
const less = (left: Value, right: Value): boolean => left !== null && right !== null && left < right

/** Whether a list holds a value, or all of them. */
function contains(left: Value, right: Value): boolean {
  return Array.isArray(left) && !isEmpty(right) && listOf(right).every((value) => left.includes(value))
}

const listOf = (value: Value): readonly Value[] => (Array.isArray(value) ? (value as readonly Value[]) : [value])
