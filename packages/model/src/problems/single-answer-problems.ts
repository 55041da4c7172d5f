/** Single answers: who may read them, redaction, quotes and comments. No sentence holds a word of an answer. */
export const singleAnswerProblems = {
  /** Of fewer people than a group may have nobody reads single answers. */
  tooFewToRead: (d: { readonly least: number }): string =>
    `too few responses to read single answers (at least ${d.least} are needed)`,
  /** It was withdrawn, waits to be sealed, or never was. */
  unknownResponse: (d: { readonly wave: string }): string => `response is not there (of wave ${d.wave})`,
  /** Not a text that somebody wrote. */
  notAnOpenAnswer: (d: { readonly variable: string }): string =>
    `response has no open answer to this variable: ${d.variable}`,
  /** Somebody else made a part of it unreadable in the meantime. */
  answerChanged: (d: { readonly variable: string }): string =>
    `answer is not what was read: ${d.variable} (somebody changed it in the meantime; read it again)`,
  /** A stretch that is empty, overlaps another one, or lies beyond the text. */
  stretchNotUsable: (d: { readonly variable: string }): string =>
    `stretches to make unreadable do not fit the answer: ${d.variable} (expected places in the text, in their order)`,
  /** The sender did not say yes to being quoted, the questionnaire did not ask, or the answer is gone. */
  notToBeQuoted: (_: Readonly<Record<string, never>>): string =>
    'answer may not be quoted (its sender did not agree to be quoted, or withdrew)',
  /** Only words of the answer itself, with […] where something was left out. */
  quoteNotInAnswer: (d: { readonly variable: string }): string =>
    `quote is not in the answer: ${d.variable} (expected its own words, with […] where some were left out)`,
  unknownQuote: (d: { readonly quote: string }): string => `unknown quote: ${d.quote}`,
  quoteDecided: (d: { readonly quote: string; readonly state: string }): string =>
    `quote was decided already: ${d.quote} is ${d.state}`,
  /** Two people look at it. */
  quoteOfYourOwn: (d: { readonly quote: string }): string =>
    `quote was proposed by the same person: ${d.quote} (somebody else decides)`,
  unknownComment: (d: { readonly comment: string }): string => `unknown comment: ${d.comment}`,
} as const
