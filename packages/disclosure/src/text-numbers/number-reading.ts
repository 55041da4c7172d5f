/**
 * What a number in a text can mean. `shareBetween` and `countBetween` are words that leave it open: "the majority",
 * "a handful"; both ends count.
 */
export type NumberReading =
  | { readonly kind: 'count'; readonly value: number; readonly decimals: number }
  | { readonly kind: 'percent'; readonly value: number; readonly decimals: number }
  | { readonly kind: 'ratio'; readonly part: number; readonly whole: number }
  | { readonly kind: 'shareBetween'; readonly low: number; readonly high: number }
  | { readonly kind: 'countBetween'; readonly low: number; readonly high: number }

/** A number in a text, as it was written and where: from `start` up to `end`. */
export interface FoundNumber {
  readonly words: string
  readonly start: number
  readonly end: number
  /** Empty when it can be no figure: a date, a telephone number, an ordinal. */
  readonly readings: readonly NumberReading[]
  /** A number of no people by its form. */
  readonly form: 'date' | 'year' | 'telephone' | 'other'
}

export function count(value: number, decimals = 0): NumberReading {
  return { kind: 'count', value, decimals }
}
