import type { TextRule } from '../rule.ts'

/** A wording that pushes towards one answer. */
export const leading: TextRule = {
  name: 'leading',
  roles: ['title', 'prompt', 'description'],
  look: ({ sentences }, words) =>
    sentences.flatMap(({ text, lower }) => {
      if (lower.search(words.notLeading) >= 0) return []
      const pushed = [...lower.matchAll(words.leading)][0]
      return pushed === undefined ? [] : [{ text, values: { words: pushed[0] } }]
    }),
}
