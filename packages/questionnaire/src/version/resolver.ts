import type { Condition, Json, Operand, Questionnaire } from '@klankbord/model'

type Resolve = (condition: Condition | undefined) => Json

/** The resolvers of two versions. */
export interface ResolvedPair {
  readonly before: Resolve
  readonly after: Resolve
}

/**
 * Conditions of a questionnaire with the expressions of calculated values in place of their names, so that two of them
 * are equal when they ask the same of the answers.
 */
export function resolver({ calculatedValues = [] }: Questionnaire): Resolve {
  const values = new Map(calculatedValues.map(({ name, value }) => [name, value]))
  const done = new Map<string, Json>()
  const named = (name: string): Json | undefined => {
    const value = values.get(name)
    if (value === undefined) return undefined
    const known = done.get(name) ?? { calculated: resolved(value) }
    done.set(name, known)
    return known
  }
  const resolved = (part: Operand | Condition | Json | undefined): Json => {
    if (Array.isArray(part)) return part.map(resolved)
    if (typeof part !== 'object' || part === null) return (part ?? null) as Json
    if ('variable' in part && typeof part.variable === 'string' && !('panel' in part)) {
      const inner = named(part.variable)
      if (inner !== undefined) return inner
    }
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, resolved(item as Json)]))
  }
  return (condition) => resolved(condition)
}
