import { InvalidArgumentError } from 'commander'
import { say } from '../say.ts'

/** Codes of answers that count together. @example typedAnswers('1,2') // [1, 2] */
export function typedAnswers(typed: string): readonly number[] {
  if (!/^\d{1,5}(?:,\d{1,5})*$/.test(typed)) throw new InvalidArgumentError(say('notCodes'))
  return typed.split(',').map(Number)
}

/** The least difference that is worth saying, in the unit of the figure. @example typedDifference('0.05') // 0.05 */
export function typedDifference(typed: string): number {
  if (!/^\d+(?:\.\d+)?$/.test(typed)) throw new InvalidArgumentError(say('notADifference'))
  return Number(typed)
}
