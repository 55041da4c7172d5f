/** Digits that stand against each other. */
export interface DigitGroup {
  /** As 0 to 9, in whatever script they were written. */
  readonly digits: string
  readonly start: number
  readonly end: number
  /** What stands between the group before it and this one, without what is not seen; empty for the first. */
  readonly before: string
}

/** Groups of digits with nothing but a few separators between them. */
export type DigitRun = readonly DigitGroup[]

const LONGEST_SEPARATOR = 3
/** Where the digits of a script begin: European, Arabic, Persian, and those of full width. */
const ZEROS = [0x30, 0x660, 0x6f0, 0xff10]
const DIGITS = /[0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]+/g
const SPACES = /[\t \u00a0\u2000-\u200a\u202f\u3000]/
const DOTS_AND_DASHES = /[.\u2010-\u2015\u2212-]/
/** Hyphenation, joiners and marks of direction: numbers that are pasted often have them. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]/

/** The digit at a place, or null where there is none. @example digitAt('a7', 1) // '7' */
export function digitAt(text: string, at: number): string | null {
  const code = text.charCodeAt(at)
  const zero = ZEROS.find((first) => code >= first && code <= first + 9)
  return zero === undefined ? null : String(code - zero)
}

/** The fewest digits that a number of somebody has. */
const FEWEST = 8

/**
 * Takes the numbers out of a text, each as the groups in which it was written; none from a text with fewer digits than
 * any number of somebody has. Reads every character a fixed number of times.
 *
 * @param beside what else may stand between groups, as the brackets of a telephone number
 */
export function digitRuns(text: string, beside = ''): readonly DigitRun[] {
  if (!hasNumber(text)) return []
  const runs: DigitGroup[][] = []
  let last: DigitGroup | null = null
  for (const match of text.matchAll(DIGITS)) {
    const [start, end] = [match.index, match.index + match[0].length]
    const before: string | null = last === null ? null : separator(text, last.end, start, beside)
    last = { digits: europeanDigits(match[0]), start, end, before: before ?? '' }
    if (before === null) runs.push([last])
    else runs.at(-1)?.push(last)
  }
  return runs
}

/** Whether a text has as many digits as any number of somebody. */
export function hasNumber(text: string): boolean {
  let count = 0
  for (let at = 0; at < text.length && count < FEWEST; at += 1) {
    const code = text.charCodeAt(at)
    if ((code >= 0x30 && code <= 0x39) || (code >= 0x660 && digitAt(text, at) !== null)) count += 1
  }
  return count >= FEWEST
}

function europeanDigits(digits: string): string {
  return Array.from(digits, (_, at) => digitAt(digits, at) ?? '').join('')
}

/** What parts two groups of one number, a space for any space and a dash for any dash; null when they are two numbers. */
function separator(text: string, from: number, to: number, beside: string): string | null {
  if (to - from > 2 * LONGEST_SEPARATOR) return null
  const seen = Array.from(text.slice(from, to)).filter((sign) => !UNSEEN.test(sign))
  if (seen.length > LONGEST_SEPARATOR) return null
  const signs = seen.map((sign) => {
    if (SPACES.test(sign)) return ' '
    if (sign === '.' || beside.includes(sign)) return sign
    return DOTS_AND_DASHES.test(sign) ? '-' : null
  })
  return signs.includes(null) ? null : signs.join('')
}
