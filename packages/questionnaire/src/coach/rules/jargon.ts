import type { TextRule } from '../rule.ts'
import { isExplained } from './explained.ts'

/** A word of care or policy that its readers don't use, and that is not explained beside it. */
export const jargon: TextRule = {
  name: 'jargon',
  roles: ['title', 'prompt', 'description', 'option', 'heading', 'prose'],
  look: ({ text, lower }, words, around) =>
    words
      .jargon(lower)
      .filter(({ word }) => !isExplained(word, around))
      .map(({ word, at, instead }) => ({ text: text.slice(at, at + word.length), values: { instead } })),
}
