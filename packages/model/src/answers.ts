/** One answer as it travels: an option's value, several of them, a number or words. */
export type AnswerValue = string | number | boolean | readonly (string | number | boolean)[]

/** Answers by question name. A question without an answer has no key. */
export type Answers = Readonly<Record<string, AnswerValue>>

/** Why the questions without a key have no answer. */
export type Empties = Readonly<Record<string, 'notAsked' | 'skipped'>>

/** Answers that `check` let through, with every question accounted for. */
export interface CheckedAnswers {
  readonly answers: Answers
  readonly empties: Empties
}

/**
 * The codes of one response in the fixed order of a codebook.
 * `codes`: per variable its int16 slots. `numbers`: per numeric variable its float64, 0 where empty.
 */
export interface PackedAnswers {
  readonly codes: readonly number[]
  readonly numbers: readonly number[]
}
