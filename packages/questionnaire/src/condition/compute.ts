import type { AnswerParts, Answers, Clock, Operand, Primitive } from '@klankbord/model'
import { valueOf } from './evaluate.ts'

/**
 * What an expression works out from these answers; null where there is nothing, or no finite number. A list only for
 * an operand that is a question with several answers.
 *
 * @param answers answers by question, with the calculated values that it needs under their names
 * @param panel answers in the same panel of a paneldynamic
 * @throws Problem `clockMissing` when it reads the date and there is no clock
 * @example compute({ calculate: 'plus', of: [{ variable: 'a' }, { value: 1 }] }, { a: 2 }) // 3
 */
export function compute(
  operand: Operand,
  answers: Answers,
  clock?: Clock,
  panel?: AnswerParts,
): Primitive | readonly Primitive[] | null {
  const value = valueOf(operand, answers, clock, panel)
  if (Array.isArray(value)) return value as readonly Primitive[]
  // JSON has no -0.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null
  return typeof value === 'object' ? null : value
}
