import type { Json } from './json.ts'

/** What a condition compares: the answer to a question, or a fixed value. */
export type Operand = { readonly variable: string } | { readonly value: Json }

/** Comparisons of two operands, named as in SurveyJS expressions. */
export type Comparison =
  | 'equal'
  | 'notEqual'
  | 'less'
  | 'lessOrEqual'
  | 'greater'
  | 'greaterOrEqual'
  | 'contains'
  | 'notContains'
  | 'anyOf'
  | 'allOf'

/** A parsed SurveyJS condition: a small tree of plain data. */
export type Condition =
  | { readonly op: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'empty' | 'notEmpty'; readonly left: Operand }
  | { readonly op: Comparison; readonly left: Operand; readonly right: Operand }
