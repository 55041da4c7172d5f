import type { Comparison, Condition, Json, LanguageCode, Operand, Questionnaire } from '@klankbord/model'
import { isDay, isMonth } from './calendar.ts'
import { conditionWords, type Words } from './condition-words.ts'
import { describeOperand, describeValue, listed } from './describe-operand.ts'

/**
 * A condition in plain words, with the titles of questions and the labels of options: for whom something is asked.
 * Dutch and English; any other language has English words with the questionnaire's own texts in that language.
 *
 * @example describeCondition(questionnaire, condition, 'nl') // '‘Krijgt u hulp?’ is ‘Ja’'
 */
export function describeCondition(questionnaire: Questionnaire, condition: Condition, language: LanguageCode): string {
  return describe(condition, conditionWords(questionnaire, language))
}

function describe(condition: Condition, words: Words): string {
  const { say } = words
  switch (condition.op) {
    case 'and':
    case 'or': {
      const parts = condition.of.map((part) =>
        part.op === 'and' || part.op === 'or'
          ? say('conditionGroup', { condition: describe(part, words) })
          : describe(part, words),
      )
      return listed(parts, condition.op === 'and' ? 'conditionAnd' : 'conditionOr', words)
    }
    case 'not':
      if (condition.of.op === 'anyOf') return describeComparison('noneOf', condition.of.left, condition.of.right, words)
      return say('conditionNot', { condition: describe(condition.of, words) })
    case 'empty':
      return say('conditionEmpty', { left: operandOf(condition.left, words) })
    case 'notEmpty':
      return say('conditionNotEmpty', { left: operandOf(condition.left, words) })
    default:
      return describeComparison(condition.op, condition.left, condition.right, words)
  }
}

const operandOf = (operand: Operand, words: Words): string =>
  describeOperand(operand, words, (condition) => describe(condition, words))

function describeComparison(op: Comparison | 'noneOf', left: Operand, right: Operand, words: Words): string {
  const values = 'value' in right && Array.isArray(right.value) ? (right.value as readonly Json[]) : null
  const joint = op === 'anyOf' ? 'conditionOr' : op === 'noneOf' ? 'operandNext' : 'conditionAnd'
  const { options } = words.subjectOf(left)
  const described = values
    ? listed(
        values.map((value) => describeValue(value, options, words)),
        joint,
        words,
      )
    : 'value' in right
      ? describeValue(right.value, options, words)
      : operandOf(right, words)
  return words.say(keyOf(op, left, right, values !== null, words), { left: operandOf(left, words), right: described })
}

function keyOf(op: Comparison | 'noneOf', left: Operand, right: Operand, isList: boolean, words: Words) {
  const { type } = words.subjectOf(left)
  const isMultiple = type === 'checkbox' || type === 'ranking'
  if (op === 'anyOf') return isMultiple ? 'conditionContains' : 'conditionEqual'
  if (isList && op === 'equal') return 'conditionEqualList'
  if (isList && op === 'notEqual') return 'conditionNotEqualList'
  return isDate(left, words) || isDate(right, words) ? DATES[op] : COMPARISONS[op]
}

const COMPARISONS = {
  equal: 'conditionEqual',
  notEqual: 'conditionNotEqual',
  less: 'conditionLess',
  lessOrEqual: 'conditionLessOrEqual',
  greater: 'conditionGreater',
  greaterOrEqual: 'conditionGreaterOrEqual',
  contains: 'conditionContains',
  notContains: 'conditionNotContains',
  allOf: 'conditionContains',
  noneOf: 'conditionNoneOf',
} as const

const DATES = {
  ...COMPARISONS,
  less: 'conditionBefore',
  lessOrEqual: 'conditionOnOrBefore',
  greater: 'conditionAfter',
  greaterOrEqual: 'conditionOnOrAfter',
} as const

/** Whether one side shows that days are compared: the other is then a date too. */
function isDate(operand: Operand, words: Words): boolean {
  if ('value' in operand) return typeof operand.value === 'string' && (isDay(operand.value) || isMonth(operand.value))
  if ('call' in operand) return operand.call === 'today' || operand.call === 'dateAdd'
  const { type } = words.subjectOf(operand)
  return type === 'date' || type === 'month'
}
