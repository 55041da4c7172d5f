import type { NumberReading } from './number-reading.ts'

/**
 * What a word says: a whole number; something that multiplies the number before it ("hundred", "dozen"); the lower half of a
 * fraction, which alone is an ordinal ("third"); a fraction by itself; or a meaning of its own.
 */
export interface NumberWord {
  readonly cardinal?: number
  readonly scale?: number
  readonly denominator?: number
  readonly ratio?: readonly [part: number, whole: number]
  readonly readings?: readonly NumberReading[]
}

/** How a language says numbers. Expressions see plain lower-case text (`plainText`). */
export interface NumberWords {
  readonly wordOf: (word: string) => NumberWord | null
  /** The article that is also one, and where it counts as one. */
  readonly article: RegExp
  readonly articleCounts: RegExp
  /** "All residents", "no client": a word before those who took part. */
  readonly wholes: RegExp
  readonly wholeReadings: (word: string) => readonly NumberReading[]
  /** Between two words of one number. */
  readonly and: RegExp
  /** Between the two numbers of a ratio. */
  readonly connector: RegExp
  readonly percent: RegExp
  readonly perMille: RegExp
  readonly ordinalSuffix: RegExp
  /** Names of months, between bars. */
  readonly months: string
  /** What stands between thousands; the other one of point and comma begins the decimals. */
  readonly thousands: '.' | ','
}
