import { hasOptions, type Comparison, type Question } from '@klankbord/model'
import { sameValueKey } from '../compile/same-value-key.ts'

/** Whether the answers of a question can be put in order: all of them are numbers. */
export function isOrdered(question: Question): boolean {
  return question.type !== 'checkbox' && typeOfValues(question) === 'number'
}

/**
 * Whether the answers of two questions can be compared in this way without any conversion. Where survey-core
 * would convert (1 and "1", true and 1, "ja" and "Ja") they cannot.
 */
export function areComparable(op: Comparison, left: Question, right: Question): boolean {
  if (!agree(left, right)) return false
  const many = [left, right].filter((question) => question.type === 'checkbox').length
  switch (op) {
    case 'equal':
    case 'notEqual':
      return many !== 1
    case 'contains':
    case 'notContains':
      return many === 1 && left.type === 'checkbox'
    case 'anyOf':
    case 'allOf':
      return false
    default:
      return isOrdered(left) && isOrdered(right)
  }
}

function agree(left: Question, right: Question): boolean {
  const type = typeOfValues(left)
  if (type === null || type !== typeOfValues(right)) return false
  const spelling = new Map(valuesOf(left).map((value) => [sameValueKey(value), value]))
  return valuesOf(right).every((value) => (spelling.get(sameValueKey(value)) ?? value) === value)
}

/** The one JSON type of all answers of a question, or null where there are several, or words. */
function typeOfValues(question: Question): string | null {
  if (question.type === 'number') return 'number'
  const types = new Set(valuesOf(question).map((value) => typeof value))
  return types.size === 1 ? ([...types][0] ?? null) : null
}

const valuesOf = (question: Question): readonly (string | number | boolean)[] =>
  hasOptions(question) ? question.options.map((option) => option.value) : []
