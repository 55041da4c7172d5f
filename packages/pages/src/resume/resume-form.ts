import type { LanguageCode } from '@klankbord/model'
import { readWord, wordsInOneField, type ReadWord } from './read-word.ts'
import { resumeWord, wordIn } from './resume-words.ts'
import { WORDS_OF_A_DRAFT } from './words-field.ts'

/** The three fields of the page on which somebody goes on, as they were typed. */
export type TypedWords = readonly string[]

/** Nothing typed yet. */
export const NO_WORDS: TypedWords = ['', '', '']

/** The names of the fields. */
export const WORD_FIELDS: readonly string[] = ['word1', 'word2', 'word3']

/** Three fields; all three words in the first one are spread. */
export function typedWords(fields: (name: string) => string): TypedWords {
  const typed = WORD_FIELDS.map(fields)
  const others = typed.slice(1).every((word) => word.trim() === '')
  return (others ? wordsInOneField(typed[0] ?? '') : null) ?? typed
}

/** Reads what was typed. `slips` holds the places that are wrong, each with its number from 0. */
export function readWords(
  typed: TypedWords,
  language: LanguageCode,
): { readonly names: readonly string[] } | { readonly slips: ReadonlyMap<number, Slip> } {
  const read = typed.map((word) => readWord(word, language))
  const slips = read.flatMap((word, place) => (word.kind === 'known' ? [] : [[place, word] as const]))
  if (slips.length > 0) return { slips: new Map(slips) }
  return { names: read.flatMap((word) => (word.kind === 'known' ? [word.name] : [])) }
}

/** What is wrong with one word. */
export type Slip = Exclude<ReadWord, { readonly kind: 'known' }>

/** Where a picture that is tapped goes, from 0: the first field that is empty, or holds what is no word of ours; -1: nowhere. */
export function placeToFill(typed: TypedWords, language: LanguageCode): number {
  return typed.findIndex((word) => readWord(word, language).kind !== 'known')
}

/** The fields after a picture was tapped. */
export function withWord(typed: TypedWords, name: string, language: LanguageCode): TypedWords {
  const word = resumeWord(name)
  const place = placeToFill(typed, language)
  return word === null || place < 0 ? typed : typed.with(place, wordIn(word, language))
}

/** The fields after one was emptied. @param place from 0 */
export function withoutWord(typed: TypedWords, place: number): TypedWords {
  return place < 0 || place >= WORDS_OF_A_DRAFT ? typed : typed.with(place, '')
}
