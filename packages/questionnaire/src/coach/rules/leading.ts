import type { TextRule } from '../rule.ts'

/** A wording that pushes towards one answer. */
export const leading: TextRule = {
  name: 'leading',
  roles: ['title', 'prompt', 'description'],
  look: ({ sentences }, words) =>
    sentences.flatMap(({ text, lower }) => {
      if (words.notLeading.isIn(lower)) return []
      const [pushed] = words.leading.find(lower)
      return pushed === undefined ? [] : [{ text, values: { words: pushed.words } }]
    }),
}
