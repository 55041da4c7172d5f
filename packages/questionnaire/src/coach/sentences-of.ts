import { isLetter, isLetterOrDigit } from './letters.ts'

const ENDS = /(?:[.!?]+["'“”„‘’«»‹›()[\]{}]*[ \t\u00a0]*)+[\n\r]?|[\n\r]/g
const CONTINUES = ',:;–—-'

/**
 * Takes a text apart in sentences, by the main rules of Unicode (UAX 29): a point ends none where a small letter
 * follows ("o.a. thuis") or where it stands in a number or between capitals; a line end always does.
 *
 * `Intl.Segmenter` knows every script, but to load its tables takes longer than to read a whole questionnaire.
 *
 * @example sentencesOf('U belde. Wie nam op?') // ['U belde.', 'Wie nam op?']
 */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = []
  let start = 0
  for (const { 0: end, index } of text.matchAll(ENDS)) {
    const next = index + end.length
    if (goesOn(text, index, end)) continue
    sentences.push(text.slice(start, next))
    start = next
  }
  return [...sentences, text.slice(start)].map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
}

/** Whether a sentence goes on after the marks that could end it. */
function goesOn(text: string, at: number, marks: string): boolean {
  const next = at + marks.length
  if (marks.endsWith('\n') || marks.endsWith('\r') || next >= text.length) return false
  if (CONTINUES.includes(text.charAt(next))) return true
  if (Math.max(marks.lastIndexOf('!'), marks.lastIndexOf('?')) > marks.lastIndexOf('.')) return false
  if (marks.endsWith('.') && isLetterOrDigit(text, next))
    return !isLetter(text, next) || isSmall(text, next) || (marks === '.' && isLetter(text, at - 1))
  return isSmall(text, firstLetter(text, next))
}

/** Where the first letter is that stands before any mark that may end a sentence. */
function firstLetter(text: string, from: number): number {
  let at = from
  while (at < text.length && !isLetter(text, at)) {
    if ('.!?\n\r'.includes(text.charAt(at))) return text.length
    at += 1
  }
  return at
}

function isSmall(text: string, at: number): boolean {
  const character = text.charAt(at)
  return character !== character.toUpperCase()
}
