import type { PaperMark } from './entry/paper-mark.ts'

/** One value in an answer: that of an option, a number, words, or a date as "2026-05-31" or "2026-05". */
export type Primitive = string | number | boolean

/** The answer to a question of several parts: by row of a matrix, by item of a multipletext, by question of a panel. */
export type AnswerParts = Readonly<Record<string, Primitive | readonly Primitive[]>>

/** One answer as it travels, in the shape that SurveyJS gives it. */
export type AnswerValue = Primitive | readonly Primitive[] | AnswerParts | readonly AnswerParts[]

/**
 * Answers by question name. A question without an answer has no key. What was written beside the option "other" of
 * `q1` stands under `q1-Comment`, as in SurveyJS.
 */
export type Answers = Readonly<Record<string, AnswerValue>>

/**
 * Why the variables of a codebook without an answer have none, by name of the variable (see `Variable.name`). The last two
 * are of paper only.
 */
export type Empties = Readonly<Record<string, 'notAsked' | 'skipped' | PaperMark>>

/** Answers that `check` let through, with every variable accounted for. */
export interface CheckedAnswers {
  /** Without the answers to questions that are `outcomeOnly`. */
  readonly answers: Answers
  readonly empties: Empties
  /**
   * Values of expressions and calculated values that are kept; computed here, never taken from outside, but for the
   * outcomes of answers that are not stored.
   */
  readonly derived?: Readonly<Record<string, Primitive>>
  /** Durations that could be worked out, by name; computed here. The others are empty as their amount or unit is. */
  readonly durations?: Readonly<Record<string, DurationValue>>
}

/** How long something took, or took so far. */
export interface DurationValue {
  readonly days: number
  readonly censored: boolean
}

/**
 * The codes of one response in the fixed order of a codebook.
 * `codes`: per variable its int16 slots. `numbers`: per variable with a number its float64, 0 where empty.
 */
export interface PackedAnswers {
  readonly codes: readonly number[]
  readonly numbers: readonly number[]
}

/** The codes of many responses, one after the other, and their numbers. */
export interface PackedRows {
  readonly rows: number
  readonly codes: Int16Array
  readonly numbers: Float64Array
}
