import type { Calculation } from '@klankbord/model'

/** What an operand gives while an expression runs; null for nothing, NaN for no number. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/** Two values added, subtracted and so on as survey-core does it: nothing counts as 0, or as no words beside words. */
export function calculate(by: Calculation, left: Value, right: Value): Value {
  if (by === 'plus' && (typeof left === 'string' || typeof right === 'string')) return textOf(left) + textOf(right)
  return CALCULATE[by](numberOf(left), numberOf(right))
}

/** A value as words; none for nothing. */
export function textOf(value: Value): string {
  return typeof value === 'object' || Number.isNaN(value) ? '' : String(value)
}

const numberOf = (value: Value): number => (typeof value === 'number' && !Number.isNaN(value) ? value : 0)

const CALCULATE: Readonly<Record<Calculation, (left: number, right: number) => number | null>> = {
  plus: add,
  minus: (left, right) => rounded(left - right, Math.max(decimals(left), decimals(right))),
  times: (left, right) => rounded(left * right, decimals(left) + decimals(right)),
  divide: (left, right) => (right === 0 ? null : left / right),
  modulo: (left, right) => (right === 0 ? null : left % right),
  power: (left, right) => left ** right,
}

/** A sum without the tail that binary fractions leave: 0.1 and 0.2 are 0.3. */
export function add(left: number, right: number): number {
  return rounded(left + right, Math.max(decimals(left), decimals(right)))
}

const decimals = (value: number): number =>
  Number.isFinite(value) && !Number.isInteger(value) ? (String(value).split('.')[1] ?? '').length : 0

const rounded = (value: number, digits: number): number => (digits > 0 ? Number(value.toFixed(digits)) : value)
