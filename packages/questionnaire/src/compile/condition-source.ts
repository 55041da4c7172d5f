import { pointer } from '@klankbord/model'
import type { Fields } from './fields.ts'

/** A condition or an expression as its author wrote it, and where. */
export interface ConditionSource {
  readonly text: string
  readonly property: string
  readonly element: string
  readonly path: string
}

/** The text of a condition with where it stands, or null where there is none. */
export function conditionOf(fields: Fields, property: string): ConditionSource | null {
  const text = fields.string(property)
  if (text === undefined) return null
  return { text, property, element: fields.element, path: pointer(fields.path, property) }
}

/** Both conditions under which something is there and open. */
export function guardsOf(fields: Fields): {
  readonly visibleIf: ConditionSource | null
  readonly enableIf: ConditionSource | null
} {
  return { visibleIf: conditionOf(fields, 'visibleIf'), enableIf: conditionOf(fields, 'enableIf') }
}
