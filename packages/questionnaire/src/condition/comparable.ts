import type { Comparison } from '@klankbord/model'
import { sameValueKey } from '../compile/same-value-key.ts'
import type { Typed } from './typed.ts'

/** Whether values can be put in order: numbers, or dates. */
export function isOrdered({ kind, list }: Typed): boolean {
  return !list && (kind === 'number' || kind === 'date' || kind === 'month')
}

/**
 * Whether two values can be compared in this way without any conversion. Where survey-core would convert (1 and "1",
 * true and 1, "ja" and "Ja") they cannot.
 */
export function areComparable(op: Comparison, left: Typed, right: Typed): boolean {
  if (left.kind !== right.kind || left.kind === 'mixed' || !agree(left, right)) return false
  switch (op) {
    case 'equal':
    case 'notEqual':
      return left.list === right.list
    case 'contains':
    case 'notContains':
      return left.list !== undefined && right.list === undefined
    case 'anyOf':
    case 'allOf':
      return false
    default:
      return isOrdered(left) && isOrdered(right)
  }
}

/** No word of one is spelt in another way among the words of the other. */
function agree(left: Typed, right: Typed): boolean {
  const spelling = new Map(valuesOf(left).map((value) => [sameValueKey(value), value]))
  return valuesOf(right).every((value) => (spelling.get(sameValueKey(value)) ?? value) === value)
}

const valuesOf = (typed: Typed): readonly (string | number | boolean)[] =>
  typed.options?.map((option) => option.value) ?? []
