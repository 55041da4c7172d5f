import type { Sentence } from '../read-text.ts'
import type { TextRule } from '../rule.ts'
import type { Words } from '../words/words.ts'

/** A wording that pushes towards one answer. */
export const leading: TextRule = {
  name: 'leading',
  roles: ['title', 'prompt', 'description'],
  look: ({ sentences }, words) =>
    sentences.flatMap((sentence) => {
      const pushed = words.notLeading.isIn(sentence.lower) ? null : pushingWords(sentence, words)
      return pushed === null ? [] : [{ text: sentence.text, values: { words: pushed } }]
    }),
}

function pushingWords({ lower, asks }: Sentence, words: Words): string | null {
  const [pushed] = words.leading.find(lower)
  if (pushed !== undefined) return pushed.words
  // "You are satisfied?" gives its own answer.
  const [stated] = asks && words.leadingStatements.opens(lower) ? words.leadingStatements.find(lower) : []
  return stated?.words ?? null
}
