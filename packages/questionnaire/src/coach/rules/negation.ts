import type { Sentence } from '../read-text.ts'
import type { TextRule } from '../rule.ts'
import type { Words } from '../words/words.ts'
import { denialsOf } from './denials.ts'

/** A question or a sentence to judge that is put in the negative. Two denials are the other rule's. */
export const negation: TextRule = {
  name: 'negation',
  roles: ['title', 'prompt'],
  look: ({ sentences }, words) =>
    denialsOf(judged(sentences, words), words, { quotes: false }).flatMap(({ sentence, plain, within }) =>
      plain.length === 1 && within.length === 0 ? [{ text: sentence.text, values: { words: plain.join(', ') } }] : [],
    ),
}

/** The sentences that are answered: questions where there are any, and no instruction ("Weet u het niet? Kies dan …"). */
function judged(sentences: readonly Sentence[], words: Words): readonly Sentence[] {
  const asked = sentences.filter(({ asks }) => asks)
  const candidates = asked.length > 0 ? asked : sentences
  return candidates.filter((sentence) => {
    const next = sentences[sentences.indexOf(sentence) + 1]
    const leads = next !== undefined && words.instruction.opens(next.lower)
    return (
      !leads &&
      !(words.leadingClause.opens(sentence.lower) && !sentence.asks) &&
      !words.instruction.opens(sentence.lower)
    )
  })
}
