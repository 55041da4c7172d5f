import type { LanguageCode } from '@klankbord/model'
import { html, Html } from '../html.ts'
import lines from './word-pictures.json' with { type: 'json' }
import list from './words.json' with { type: 'json' }
import { WORDS_OF_A_DRAFT } from './words-field.ts'

/** What words have in common, for whoever looks for one among the pictures. */
export type ResumeTheme = keyof typeof list.themes

/** A thing that everybody knows, with a picture and one word for it in each of our languages. */
export interface ResumeWord {
  /** Names the picture. Drafts are kept under these names, so a word that was handed out keeps its name. */
  readonly name: string
  readonly theme: ResumeTheme
  readonly words: Readonly<Record<LanguageCode, string>>
}

/** All words that drafts are kept under, theme by theme. */
export const RESUME_WORDS: readonly ResumeWord[] = Object.entries(list.themes).flatMap(([theme, rows]) =>
  rows.map(([picture = '', ...words]) => ({
    name: picture.slice(picture.indexOf('/') + 1),
    theme: theme as ResumeTheme,
    words: Object.fromEntries(list.languages.map((language, place) => [language, words[place] ?? ''])),
  })),
)

/** The themes in the order in which they are shown. */
export const RESUME_THEMES: readonly ResumeTheme[] = Object.keys(list.themes) as readonly ResumeTheme[]

const BY_NAME: ReadonlyMap<string, ResumeWord> = new Map(RESUME_WORDS.map((word) => [word.name, word]))
const PICTURES: Readonly<Record<string, string>> = lines.pictures

/** The word with this name, or null. */
export function resumeWord(name: string): ResumeWord | null {
  return BY_NAME.get(name) ?? null
}

/** The word in a language; in Dutch where the list has no such language. @example wordIn(cat, 'tr') // 'kedi' */
export function wordIn({ words }: ResumeWord, language: LanguageCode): string {
  return words[language] ?? words['nl'] ?? ''
}

/** The drawing of a word, which always stands beside it: hidden from screen readers, and no address names it. */
export function wordDrawing({ name }: ResumeWord): Html {
  return html`<svg class="thing" viewBox="0 0 24 24" aria-hidden="true">${new Html(PICTURES[name] ?? '')}</svg>`
}

/**
 * Words to keep a draft under, all different.
 *
 * @param randomness gives random bytes, as many as are asked for
 * @example drawWords({ bytes: randomBytes }) // ['cat', 'umbrella', 'bread']
 */
export function drawWords(randomness: { bytes(count: number): Uint8Array }): readonly string[] {
  const drawn = new Set<string>()
  while (drawn.size < WORDS_OF_A_DRAFT) {
    const [high = 0, low = 0] = randomness.bytes(2)
    const number = high * 256 + low
    // Numbers beyond the largest multiple are thrown away, so that every word is equally likely.
    const fair = number < 65_536 - (65_536 % RESUME_WORDS.length)
    const word = fair ? RESUME_WORDS[number % RESUME_WORDS.length] : undefined
    if (word !== undefined) drawn.add(word.name)
  }
  return [...drawn]
}
