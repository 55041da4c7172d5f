import { isLetterOrDigit } from './letters.ts'

const SMALL_A = 97
const SMALL_Z = 122

/** A stretch of letters and digits in a text, with nothing of either just before or after it. */
export interface WordRun {
  readonly at: number
  readonly end: number
  /** A number for its first two characters. */
  readonly start: number
}

// Many lists are looked up in one text before the next is read.
let latest: { readonly text: string; readonly runs: readonly WordRun[] } = { text: '', runs: [] }

/** All stretches of letters and digits of a text. @example wordRuns('u wilt').map(({ at }) => at) // [0, 2] */
export function wordRuns(text: string): readonly WordRun[] {
  if (latest.text !== text) latest = { text, runs: runsOf(text) }
  return latest.runs
}

/** A number for the first two characters of a word that begins at a place: the same for all words that begin so. */
export function startNumber(text: string, at: number): number {
  return text.charCodeAt(at) * 0x1_00_00 + (isLetterOrDigit(text, at + 1) ? text.charCodeAt(at + 1) : 0)
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
