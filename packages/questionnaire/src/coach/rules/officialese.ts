import type { TextRule } from '../rule.ts'

/** A formal word or phrase of official letters, for which there is a common one. */
export const officialese: TextRule = {
  name: 'officialese',
  roles: ['title', 'prompt', 'description', 'option', 'heading', 'prose'],
  look: ({ text, lower }, words) =>
    words.officialese(lower).map(({ word, at, instead }) => ({
      text: text.slice(at, at + word.length),
      values: { instead },
    })),
}
