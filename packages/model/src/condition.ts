import type { Json } from './json.ts'

/** What an expression works out from other values; numbers, but for `plus`, which also joins words. */
export type Calculation = 'plus' | 'minus' | 'times' | 'divide' | 'modulo' | 'power'

/** Functions of the profile, named as in SurveyJS. */
export type FunctionName =
  | 'age'
  | 'avg'
  | 'count'
  | 'dateAdd'
  | 'dateDiff'
  | 'day'
  | 'iif'
  | 'max'
  | 'min'
  | 'month'
  | 'round'
  | 'sum'
  | 'today'
  | 'trunc'
  | 'weekday'
  | 'year'

/**
 * A value in an expression: an answer or a calculated value, a fixed value, or something worked out.
 * `part` is a row of a matrix, or an item of a multipletext. `panel` looks in the same panel of a paneldynamic.
 */
export type Operand =
  | { readonly variable: string; readonly part?: string; readonly panel?: true }
  | { readonly value: Json }
  | { readonly calculate: Calculation; readonly of: readonly [Operand, Operand] }
  | { readonly call: FunctionName; readonly of: readonly Operand[] }
  | { readonly holds: Condition }

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

/** A parsed SurveyJS condition: a small tree of plain data. `noneOf` is `not` of `anyOf`. */
export type Condition =
  | { readonly op: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'empty' | 'notEmpty'; readonly left: Operand }
  | { readonly op: Comparison; readonly left: Operand; readonly right: Operand }

/** What expressions read that is not an answer. */
export interface Clock {
  /** The date where the respondent is, "2026-05-31". */
  readonly today: string
}
