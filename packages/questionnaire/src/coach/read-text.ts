import type { LanguageCode } from '@klankbord/model'

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

const segmenters = new Map<LanguageCode, Intl.Segmenter>()
const QUOTED = /(?<![\p{L}\p{N}])(["'„“‘]).*?["'”’](?![\p{L}\p{N}])/gu
const CURLY = /[‘’]/g

/** Takes a text apart in sentences, by the rules of Unicode (`Intl.Segmenter`). */
export function readText(text: string, role: TextRole, language: LanguageCode): ReadText {
  const lower = inSmallLetters(text)
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' })
  segmenters.set(language, segmenter)
  const parts = [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter((part) => part !== '')
  return { role, text, lower, sentences: parts.map(sentence) }
}

/** Small letters and straight apostrophes, as the lists have them. */
export function inSmallLetters(text: string): string {
  return text.replaceAll(CURLY, "'").toLowerCase()
}

function sentence(text: string): Sentence {
  const lower = inSmallLetters(text)
  return { text, lower, unquoted: lower.replaceAll(QUOTED, ' '), asks: /\?["')]*$/.test(text) }
}

/** Its words: what stands between spaces and has a letter or a digit. */
export function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
}
