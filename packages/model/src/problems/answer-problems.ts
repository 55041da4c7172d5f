/** Faults in the answers of one response. Details never hold an answer: sentences may reach a log. */
export const answerProblems = {
  /** A key that the questionnaire does not have. */
  unknownAnswer: (d: { readonly name: string }): string => `unknown question: ${d.name}`,
  /** An answer of another JSON type than the question takes. */
  wrongAnswerType: (d: { readonly name: string; readonly expected: string }): string =>
    `wrong type of answer: ${d.name} (expected ${d.expected})`,
  /** A value that is not among the options. */
  optionNotOffered: (d: { readonly name: string; readonly offered: readonly string[] }): string =>
    `option not offered: ${d.name} (offered ${d.offered.join(', ')})`,
  /** An answer to a question that routing left out. */
  answerNotAsked: (d: { readonly name: string }): string => `answer to a question that was not asked: ${d.name}`,
} as const
