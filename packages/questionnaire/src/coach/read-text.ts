import { isLetterOrDigit } from './letters.ts'
import { sentencesOf } from './sentences-of.ts'

/** Where a text stands, which decides what it may be: a note may deny, a question had better not. */
export type TextRole = 'title' | 'prompt' | 'description' | 'option' | 'heading' | 'prose'

/** One sentence, as it stands there and in small letters with straight quotation marks. */
export interface Sentence {
  readonly text: string
  readonly lower: string
  /** What stands between quotation marks is left out, for it names words. */
  readonly unquoted: string
  readonly asks: boolean
}

/** One text, taken apart. */
export interface ReadText {
  readonly role: TextRole
  readonly text: string
  readonly lower: string
  readonly sentences: readonly Sentence[]
}

const QUOTED = /(?<![\p{L}\p{N}])(["'„“‘]).*?["'”’](?![\p{L}\p{N}])/gu
// Spares the tables of letters where nothing can stand between quotation marks.
const QUOTES = /["'„“‘].*["'”’]/
const CURLY = /[‘’]/g

/** Takes a text apart in its sentences. */
export function takeApart(text: string, role: TextRole): ReadText {
  return { role, text, lower: inSmallLetters(text), sentences: sentencesOf(text).map(sentence) }
}

/** Small letters and straight apostrophes, as the lists have them. */
export function inSmallLetters(text: string): string {
  return text.replaceAll(CURLY, "'").toLowerCase()
}

function sentence(text: string): Sentence {
  const lower = inSmallLetters(text)
  const unquoted = QUOTES.test(lower) ? lower.replaceAll(QUOTED, ' ') : lower
  return { text, lower, unquoted, asks: /\?["')]*$/.test(text) }
}

/** Its words: what stands between spaces and has a letter or a digit. */
export function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/).filter(isSaid)
}

function isSaid(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (isLetterOrDigit(word, at)) return true
  return false
}
