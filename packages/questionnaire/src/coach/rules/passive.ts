import type { TextRule } from '../rule.ts'

/** A verb that leaves out or delays who acts. On a heavy subject it stands: there the one who answers need not say who. */
export const passive: TextRule = {
  name: 'passive',
  roles: ['title', 'prompt', 'description', 'prose'],
  look: ({ sentences }, words) =>
    sentences.flatMap(({ text, lower }) => {
      const found = words.findPassive(lower)
      if (found === null || words.heavySubjects.isIn(lower)) return []
      const { helper, participle } = found
      return [{ text, values: { verb: `${helper} … ${participle}`, participle } }]
    }),
}
