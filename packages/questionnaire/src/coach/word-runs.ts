import { isLetterOrDigit } from './letters.ts'

const SMALL_A = 97
const SMALL_Z = 122
// Three of them make a number that engines keep small.
const RANGE = 1000

/** A stretch of letters and digits in a text, with nothing of either just before or after it. */
export interface WordRun {
  readonly at: number
  readonly end: number
  /** A number for its first three characters. */
  readonly start: number
}

// Many lists are looked up in one text before the next is read.
let latest: { readonly text: string; readonly runs: readonly WordRun[] } = { text: '', runs: [] }

/** All stretches of letters and digits of a text. @example wordRuns('u wilt').map(({ at }) => at) // [0, 2] */
export function wordRuns(text: string): readonly WordRun[] {
  if (latest.text !== text) latest = { text, runs: runsOf(text) }
  return latest.runs
}

/**
 * A number for the first three characters of a word that begins at a place: the same for all words that begin so, and
 * rarely for others.
 */
export function startNumber(text: string, at: number): number {
  const second = isLetterOrDigit(text, at + 1) ? text.charCodeAt(at + 1) : 0
  const third = second !== 0 && isLetterOrDigit(text, at + 2) ? text.charCodeAt(at + 2) : 0
  return ((text.charCodeAt(at) % RANGE) * RANGE + (second % RANGE)) * RANGE + (third % RANGE)
}

function runsOf(text: string): readonly WordRun[] {
  const runs: WordRun[] = []
  let at = -1
  for (let end = 0; end <= text.length; end += 1) {
    const code = text.charCodeAt(end)
    // Nearly all are small letters, and this saves a call for each.
    if ((code >= SMALL_A && code <= SMALL_Z) || isLetterOrDigit(text, end)) {
      if (at < 0) at = end
    } else if (at >= 0) {
      runs.push({ at, end, start: startNumber(text, at) })
      at = -1
    }
  }
  return runs
}
