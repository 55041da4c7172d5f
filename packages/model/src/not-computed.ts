/**
 * Why a figure could not be computed. Codes: whoever shows one to people has the sentence.
 *
 * - `noAnswers`: nobody gave an answer that counts.
 * - `oneAnswer`: one answer has no spread, so no interval and no test.
 * - `tooFewAnswers`: fewer answers than the method needs.
 * - `noSpread`: all answers are the same, or all shares are 0 or 1, so there is nothing to compare with.
 * - `perfectSeparation`: no answer of one group reaches those of another, so an estimate would be infinite.
 * - `emptyMargin`: a row or a column without anybody.
 * - `oneGroup`: one group has nothing to be compared with.
 * - `tooFewItems`: a scale of one item has no consistency.
 * - `tooFewStrata`, `oneInStratum`: a stratum whose spread cannot be estimated.
 * - `noWeight`: the weights add up to nothing.
 * - `tooMuchWork`: exact, but only for smaller numbers; the approximation stands beside it.
 * - `notReached`: so few waits are over that this quantile lies beyond what was seen.
 * - `notComparable`: wording, scale or mode differ, so a difference would mean nothing.
 */
export type NotComputedReason =
  | 'noAnswers'
  | 'oneAnswer'
  | 'tooFewAnswers'
  | 'noSpread'
  | 'perfectSeparation'
  | 'emptyMargin'
  | 'oneGroup'
  | 'tooFewItems'
  | 'tooFewStrata'
  | 'oneInStratum'
  | 'noWeight'
  | 'tooMuchWork'
  | 'notReached'
  | 'notComparable'

/** In place of a number that does not exist. */
export interface NotComputed {
  readonly notComputed: NotComputedReason
}

/** A number, or why there is none: never NaN, and never 0 for what is not known. */
export type Figure = number | NotComputed

/** Whether there is a number; also narrows results that are a record or the reason why there is none. */
export function computed<T>(figure: T | NotComputed): figure is T {
  return typeof figure !== 'object' || figure === null || !('notComputed' in figure)
}

/** @example notComputed('noAnswers') // { notComputed: 'noAnswers' } */
export function notComputed(reason: NotComputedReason): NotComputed {
  return { notComputed: reason }
}
