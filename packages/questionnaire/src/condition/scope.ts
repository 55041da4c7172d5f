import type { Question } from '@klankbord/model'
import type { FindingList } from '../compile/finding-list.ts'

/** What a condition may look at, and where its faults are reported. */
export interface Scope {
  readonly property: string
  readonly element: string
  readonly path: string
  readonly list: FindingList
  /** Every question by name; null for one that has faults of its own. */
  readonly known: ReadonlyMap<string, Question | null>
  /** The screen on which the condition is asked; only earlier screens can be looked at. */
  readonly screen: number
  readonly screenOf: ReadonlyMap<string, number>
}

/** The part that cannot be bound was reported; the whole is then of no use. */
export type Bound<Part> = Part | null

/** Reports a part outside the profile. */
export function unsupported(scope: Scope, reason: string, suggestion?: string): null {
  const { property, element } = scope
  scope.list.block('unsupportedCondition', scope.path, { property, element, reason }, () => suggestion)
  return null
}
