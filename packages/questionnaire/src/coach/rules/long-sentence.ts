import { wordsIn } from '../read-text.ts'
import type { TextRule } from '../rule.ts'

/** Most words that a sentence may have. */
export const MOST_WORDS = 20

/** A sentence of more than twenty words. */
export const longSentence: TextRule = {
  name: 'long-sentence',
  roles: ['title', 'prompt', 'description', 'option', 'heading', 'prose'],
  look: ({ sentences }) =>
    sentences.flatMap(({ text }) => {
      const count = wordsIn(text).length
      return count > MOST_WORDS ? [{ text, values: { count, most: MOST_WORDS } }] : []
    }),
}
