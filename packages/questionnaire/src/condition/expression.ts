import type { Json } from '@klankbord/model'

/** A SurveyJS expression as its parser reads it, as plain data and before any name in it is looked up. */
export type Expression =
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'unary'; readonly operator: string; readonly of: Expression }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'list'; readonly of: readonly Expression[] }
  | { readonly kind: 'function'; readonly name: string; readonly of: readonly Expression[] }
