import { WordPattern } from '../word-pattern.ts'

/** A word that was found, and what could stand there instead. */
export interface Replaced {
  readonly word: string
  /** Where it begins in the text. */
  readonly at: number
  readonly instead: string
}

/** Finds the words of a list in a text in small letters. */
export type Replacements = (text: string) => readonly Replaced[]

/** A finder of words with their replacements. */
export function replacements(list: Readonly<Record<string, string>>): Replacements {
  const pattern = new WordPattern(Object.keys(list))
  return (text) => pattern.find(text).map(({ words, at, entry }) => ({ word: words, at, instead: list[entry] ?? '' }))
}
