import { contentHash, type LanguageCode } from '@klankbord/model'
import { findNumbers } from './find-numbers.ts'
import type { FoundNumber } from './number-reading.ts'
import { sentencesOf } from './sentences.ts'

/** A number in a field, and the name of its place for decisions. */
export interface PlacedNumber extends FoundNumber {
  /** "texts/conclusions/0". */
  readonly field: string
  readonly language: LanguageCode
  /** The sentence that it stands in. */
  readonly sentence: string
  /** Another one as soon as anything in the sentence changes, the kind of field, or the language. */
  readonly place: string
}

/**
 * The numbers of a field, each with its place: sixteen hexadecimal digits made from the kind of field, the language, the
 * sentence and which number of it this is. Conclusions may change their order without losing what was decided.
 *
 * @example placedNumbers('texts/introduction', 'nl', 'Wij belden 3 keer.')[0]?.words // '3'
 */
export function placedNumbers(field: string, language: LanguageCode, text: string): readonly PlacedNumber[] {
  const original = text.normalize('NFC')
  const sentences = sentencesOf(original)
  const kind = field.replaceAll(/\/\d+(?=\/|$)/g, '')
  const seen = new Map<number, number>()
  return findNumbers(original, language).map((number) => {
    const at = sentences.findIndex(({ start, end }) => number.start >= start && number.start < end)
    const { start = 0, end = original.length } = sentences[at] ?? {}
    const sentence = original.slice(start, end).trim()
    const index = seen.get(at) ?? 0
    seen.set(at, index + 1)
    const place = contentHash([kind, language, sentence, index]).slice(0, 16)
    return { ...number, field, language, sentence, place }
  })
}
