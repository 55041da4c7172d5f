import type { TextRule } from '../rule.ts'
import { denialsOf } from './denials.ts'

/** Two denials in one sentence, which a reader has to cancel against each other. */
export const doubleNegation: TextRule = {
  name: 'double-negation',
  roles: ['title', 'prompt', 'description'],
  look: ({ sentences }, words) =>
    denialsOf(sentences, words, { quotes: true }).flatMap(({ sentence, plain, within }) =>
      plain.length + within.length > 1 && plain.length > 0
        ? [{ text: sentence.text, values: { words: [...plain, ...within].join(', ') } }]
        : [],
    ),
}
