import type { Answers, AnswerValue, Condition, Json, Operand } from '@klankbord/model'

/**
 * Whether a condition holds for these answers. Needs nothing of survey-core, but agrees with it on every
 * condition that `compile` lets through: a question without an answer is equal to nothing, contains nothing
 * and is neither less nor greater.
 *
 * @example evaluate({ op: 'equal', left: { variable: 'q1' }, right: { value: 2 } }, { q1: 2 }) // true
 */
export function evaluate(condition: Condition, answers: Answers): boolean {
  switch (condition.op) {
    case 'and':
      return condition.of.every((part) => evaluate(part, answers))
    case 'or':
      return condition.of.some((part) => evaluate(part, answers))
    case 'not':
      return !evaluate(condition.of, answers)
    case 'empty':
      return isEmpty(valueOf(condition.left, answers))
    case 'notEmpty':
      return !isEmpty(valueOf(condition.left, answers))
    default:
      return COMPARE[condition.op](valueOf(condition.left, answers), valueOf(condition.right, answers))
  }
}

type Value = AnswerValue | Json

function valueOf(operand: Operand, answers: Answers): Value {
  if ('value' in operand) return operand.value
  if (!('variable' in operand)) return null
  return Object.hasOwn(answers, operand.variable) ? (answers[operand.variable] ?? null) : null
}

const isEmpty = (value: Value): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

const COMPARE: Readonly<
  Record<Exclude<Condition['op'], 'and' | 'or' | 'not' | 'empty' | 'notEmpty'>, (left: Value, right: Value) => boolean>
> = {
  equal,
  notEqual: (left, right) => !equal(left, right),
  less: (left, right) => order(left, right) < 0,
  lessOrEqual: (left, right) => equal(left, right) || order(left, right) < 0,
  greater: (left, right) => order(left, right) > 0,
  greaterOrEqual: (left, right) => equal(left, right) || order(left, right) > 0,
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

/** NaN, which is neither below nor above 0, unless both are numbers. */
const order = (left: Value, right: Value): number =>
  typeof left === 'number' && typeof right === 'number' ? left - right : Number.NaN

/** Whether a list holds a value, or all of them. */
function contains(left: Value, right: Value): boolean {
  return Array.isArray(left) && !isEmpty(right) && listOf(right).every((value) => left.includes(value))
}

const listOf = (value: Value): readonly Value[] => (Array.isArray(value) ? value : [value])
