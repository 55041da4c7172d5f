import type { QuestionRule } from '../rule.ts'

/** A question that may hurt, with no line that says where to find somebody. */
export const heavyWithoutHelp: QuestionRule = {
  name: 'heavy-without-help',
  look: ({ title, beside }, words) => {
    const [subject] = words.heavySubjects.find(title.lower)
    if (subject === undefined) return null
    // The question itself may be about calling somebody, and yet name no one.
    const others = title.sentences.filter(({ lower }) => !words.heavySubjects.isIn(lower))
    const helped = [...others, ...beside.flatMap(({ sentences }) => sentences)].some(
      ({ lower }) => words.help.isIn(lower) && !words.notHelp.isIn(lower),
    )
    return helped ? null : { text: title.text, values: { words: subject.words } }
  },
}
