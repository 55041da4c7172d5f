import type { Condition, Question, ValueType } from '@klankbord/model'
import type { FindingList, Suggest } from '../compile/finding-list.ts'
import type { Expression } from './expression.ts'
import type { Typed } from './typed.ts'

/** What an expression can name: a question with the screen it stands on, or a calculated value. */
export type Known =
  | { readonly kind: 'question'; readonly question: Question; readonly screen: number }
  /** `screen` is the last one that it depends on, -1 for none. */
  | { readonly kind: 'calculated'; readonly valueType: ValueType; readonly screen: number }

/** Something with a name and no answer: what it is, and what to use instead, in words. */
export interface OtherName {
  readonly what: string
  readonly use: string
}

/** What can be named. */
export interface Names {
  /** Questions and calculated values; null for what has faults of its own and is not complained of twice. */
  readonly known: ReadonlyMap<string, Known | null>
  /** What has a name too, and cannot be used. */
  readonly others?: ReadonlyMap<string, OtherName>
}

/** What an expression may look at, and where its faults are reported. */
export interface Scope extends Names {
  readonly property: string
  readonly element: string
  readonly path: string
  readonly list: FindingList
  /** The whole expression as it was probably meant, where that can be guessed. */
  readonly repair?: Suggest
  /** Only what is asked on a screen below this one can be used. */
  readonly screen: number
  /** The questions before this one in the same panel, by name, for `{panel.x}`. */
  readonly panel?: ReadonlyMap<string, Question>
}

/** The part that cannot be bound was reported; the whole is then of no use. */
export type Bound<Part> = Part | null

/** Binds the parts of an expression, each to what it must be. */
export interface Binder {
  readonly scope: Scope
  condition(expression: Expression): Bound<Condition>
  value(expression: Expression): Bound<Typed>
}

/** Reports a part outside the profile. */
export function unsupported(scope: Scope, reason: string, suggestion?: string): null {
  const { property, element } = scope
  scope.list.block(
    'unsupportedCondition',
    scope.path,
    { property, element, reason },
    (near, afford) => suggestion ?? scope.repair?.(near, afford),
  )
  return null
}
