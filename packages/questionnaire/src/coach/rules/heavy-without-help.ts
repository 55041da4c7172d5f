import type { QuestionRule } from '../rule.ts'
import { hasMatch } from '../has-match.ts'

/** A question that may hurt, with no line that says where to find somebody. */
export const heavyWithoutHelp: QuestionRule = {
  name: 'heavy-without-help',
  look: ({ title, beside }, words) => {
    const subject = [...title.lower.matchAll(words.heavySubjects)][0]
    if (subject === undefined) return null
    // The question itself may be about calling somebody, and yet name no one.
    const others = title.sentences.filter(({ lower }) => !hasMatch(words.heavySubjects, lower))
    const helped = [...others, ...beside.flatMap(({ sentences }) => sentences)].some(
      ({ lower }) => hasMatch(words.help, lower) && !hasMatch(words.notHelp, lower),
    )
    return helped ? null : { text: title.text, values: { words: subject[0] } }
  },
}
