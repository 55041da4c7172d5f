/** What can go wrong when answers are analysed. No sentence holds an answer. */
export const analysisProblems = {
  /** Of an anonymous wave: so few that a figure would be about somebody, or that subtracting would tell of somebody. */
  tooFewToAnalyse: (d: { readonly least: number }): string =>
    `too few people to analyse in an anonymous round, among those picked or those left out (expected ${d.least} or more of both, or nobody)`,
  /** Of an anonymous wave: whom somebody picks, put a little otherwise, would tell of a few people. */
  conditionTellsOfFew: (d: { readonly least: number }): string =>
    `picking people like this would tell of a few of them in an anonymous round (expected one condition, on a question with one answer of which each answer, and none, was given by nobody or by ${d.least} people or more; split by a question instead)`,
  /** Of an anonymous wave and of a publication: other targets would tell of the few people in a category, or in several together. */
  weightsTellOfFew: (d: { readonly least: number }): string =>
    `weighting like this would tell of a few people (expected nobody or ${d.least} people or more in each category, in each combination of categories and among those who did not say; join categories, or weight by fewer questions)`,
  /** More answers times groups than are counted or compared in one request. */
  tooManyFigures: (d: { readonly figures: number; readonly most: number }): string =>
    `too many figures at once: ${d.figures} answers times groups (expected at most ${d.most})`,
  /** A question that the method has nothing to say about. */
  questionNotAnalysable: (d: { readonly question: string; readonly type: string; readonly expected: string }): string =>
    `cannot be analysed like this: ${d.question}, which is ${d.type} (expected ${d.expected})`,
  /** Margins that name a question or an answer twice. */
  targetTwice: (d: { readonly variable: string; readonly category?: string; readonly line?: number }): string =>
    `named twice in the margins: ${d.variable}${d.category === undefined ? '' : `, ${d.category}`}${d.line === undefined ? '' : ` (line ${d.line})`}`,
  /** A file with margins that cannot be read. Its cells are numbers of a population, of nobody in particular. */
  marginsFileRefused: (d: { readonly line: number; readonly expected: string }): string =>
    `line ${d.line} of the file with margins cannot be read (expected ${d.expected})`,
  /** An answer in a file with margins or a condition that the question does not have. */
  answerNotThere: (d: {
    readonly variable: string
    readonly answer: string
    readonly known: readonly string[]
  }): string => `${d.variable} has no answer ${d.answer} (it has ${d.known.join(', ')})`,
  /** A file of codes that cannot be read. The line counts from 1, with the header. */
  codingsFileRefused: (d: { readonly line: number; readonly expected: string }): string =>
    `the codes cannot be read at line ${d.line} (expected ${d.expected})`,
  /** Which columns of a file of codes are of coders is said by somebody, never guessed: numbers of answers look like codes. */
  codersToName: (d: { readonly columns: readonly string[] }): string =>
    `name at least two columns of coders, each once (the file has ${d.columns.join(', ')})`,
  /** Words where codes are to be counted with, or their order is to be known. */
  codesNotNumbers: (d: { readonly level: string }): string =>
    `the codes are not all numbers (${d.level} expects numbers${d.level === 'ordinal' ? ', or all codes in order' : ''})`,
  /** A coder who has no column in a file of codes. */
  unknownCoder: (d: { readonly coder: string; readonly columns: readonly string[] }): string =>
    `no column ${d.coder} in the file of codes (it has ${d.columns.join(', ')})`,
  /** One round has no trend, and each of very many is read whole. */
  roundsOutOfRange: (d: { readonly rounds: number; readonly least: number; readonly most: number }): string =>
    `a trend takes from ${d.least} to ${d.most} rounds, and this would be ${d.rounds}`,
} as const
