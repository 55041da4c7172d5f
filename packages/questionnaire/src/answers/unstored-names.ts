import type { CalculatedValue, Condition, Operand, Question } from '@klankbord/model'
import { variablesIn } from '../condition/variables-in.ts'

/**
 * Names that only mean something while somebody fills in: questions whose answer is not stored, and calculated values
 * made of them that are not kept. A kept one is an outcome, which is stored.
 *
 * @param values in an order in which each needs only those before it
 */
export function unstoredNames(
  questions: readonly Pick<Question, 'name' | 'outcomeOnly'>[],
  values: readonly CalculatedValue[] = [],
): ReadonlySet<string> {
  const names = new Set(questions.filter(({ outcomeOnly }) => outcomeOnly === true).map(({ name }) => name))
  for (const { name, value, kept } of values) if (!kept && readsAny(value, names)) names.add(name)
  return names
}

/** Whether a condition or a value needs one of these. */
export function readsAny(part: Condition | Operand | undefined, names: ReadonlySet<string>): boolean {
  return part !== undefined && [...variablesIn(part)].some((name) => names.has(name))
}
