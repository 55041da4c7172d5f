import { wordPattern } from '../word-pattern.ts'

/** A word that was found, and what could stand there instead. */
export interface Replaced {
  readonly word: string
  /** Where it begins in the text. */
  readonly at: number
  readonly instead: string
}

/** Finds the words of a list in a text in small letters. */
export type Replacements = (text: string) => readonly Replaced[]

/** A finder of words with their replacements; the list is searched as one expression, each hit then by its entry. */
export function replacements(list: Readonly<Record<string, string>>): Replacements {
  const all = wordPattern(Object.keys(list))
  const entries = Object.entries(list).map(([entry, instead]) => ({ parts: entry.split(/\*| … /), instead }))
  return (text) =>
    [...text.matchAll(all)].map(({ 0: word, index }) => ({
      word,
      at: index,
      instead: entries.find(({ parts }) => isMadeOf(parts, word.replaceAll(/\s+/g, ' ')))?.instead ?? '',
    }))
}

/** Whether a word that one of the entries matched is this one's; without an expression for each of hundreds. */
function isMadeOf(parts: readonly string[], word: string): boolean {
  const [first = '', ...rest] = parts
  const last = rest.at(-1)
  return last === undefined ? word === first : word.startsWith(first) && word.endsWith(last)
}
