import type { Sentence } from '../read-text.ts'
import type { WordPattern } from '../word-pattern.ts'
import type { Words } from '../words/words.ts'

/** The denials of one sentence. */
export interface Denials {
  readonly sentence: Sentence
  /** "niet", "geen", "nooit". */
  readonly plain: readonly string[]
  /** Words that deny within themselves: "ontevreden", "zonder". */
  readonly within: readonly string[]
}

/**
 * The denials of each sentence, fixed phrases apart ("wel of niet"). What is quoted counts only where it is to be
 * judged.
 *
 * @param quotes whether what stands between quotation marks counts
 */
export function denialsOf(
  sentences: readonly Sentence[],
  words: Words,
  { quotes }: { readonly quotes: boolean },
): readonly Denials[] {
  return sentences.map((sentence) => {
    const written = quotes ? sentence.lower : sentence.unquoted
    const said = words.notDenials.takenFrom(written)
    const plain = wordsOf(said, words.denials)
    // "niet zonder" crosses, although "zonder" alone is an ordinary word.
    const crossed = plain.length > 0 ? wordsOf(written, words.withDenial) : []
    const within = wordsOf(said, words.denyingWords).filter((word) => !crossed.includes(word))
    return { sentence, plain, within: [...within, ...crossed] }
  })
}

const wordsOf = (text: string, pattern: WordPattern): readonly string[] => pattern.find(text).map(({ words }) => words)
