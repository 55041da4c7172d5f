import type { Condition, Operand, Questionnaire } from '@klankbord/model'
import { answeredVariables } from '../codebook/variables-of.ts'
import { variablesIn } from '../condition/variables-in.ts'

/**
 * These variables, and the scales, durations and kept values that are made of them; in alphabetical order. Those of
 * questions whose answer is not stored have no trend: only what is made of them is there.
 */
export function dependents(variables: readonly string[], questionnaire: Questionnaire): readonly string[] {
  if (variables.length === 0) return []
  const broken = new Set(variables)
  const { calculatedValues = [], notes = [], scales = [], durations = [] } = questionnaire
  const hit = (name: string): boolean =>
    broken.has(name) || hidden.has(name) || variables.some((variable) => variable.startsWith(`${name}__`))
  const hidden = new Set<string>()
  const needs = (part: Condition | Operand | undefined): boolean =>
    part !== undefined && [...variablesIn(part)].some(hit)
  for (const { name, value, kept } of calculatedValues) if (needs(value)) (kept ? broken : hidden).add(name)
  for (const note of notes)
    if (note.type === 'expression' && note.valueType !== 'string' && needs(note.value)) broken.add(note.name)
  for (const { name, items } of scales) if (items.some(hit)) broken.add(name)
  for (const { name, amount, unit, censoredIf } of durations)
    if (hit(amount) || ('question' in unit && hit(unit.question)) || needs(censoredIf)) broken.add(name)
  const unstored = new Set(
    questionnaire.questions
      .filter(({ outcomeOnly }) => outcomeOnly === true)
      .flatMap(answeredVariables)
      .map(({ name }) => name),
  )
  return [...broken].filter((name) => !unstored.has(name)).toSorted()
}
