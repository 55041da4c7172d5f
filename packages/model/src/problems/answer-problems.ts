/** The first dozen is enough for a sentence; details hold them all. */
const list = (values: readonly string[]): string =>
  values.length > 12 ? `${values.slice(0, 12).join(', ')}, …` : values.join(', ')

/** Faults in the answers of one response. Details never hold an answer: sentences may reach a log. */
export const answerProblems = {
  /** The answers are no JSON object. */
  answersNotObject: (d: { readonly found: string }): string =>
    `answers are not an object: ${d.found} (expected question names with their answers)`,
  /** A key that the questionnaire, or the screen, does not have. A key that is no name is not repeated: it could be anything. */
  unknownAnswer: (d: { readonly name: string }): string => `unknown question: ${d.name}`,
  /** An answer of another JSON type than the question takes. */
  wrongAnswerType: (d: { readonly name: string; readonly expected: string }): string =>
    `wrong type of answer: ${d.name} (expected ${d.expected})`,
  /** A value that is not among the options. */
  optionNotOffered: (d: { readonly name: string; readonly offered: readonly string[] }): string =>
    `option not offered: ${d.name} (offered ${list(d.offered)})`,
  /** One option chosen twice. */
  duplicateOption: (d: { readonly name: string }): string => `option chosen twice: ${d.name}`,
  /** An option that stands alone, together with others. */
  exclusiveOption: (d: { readonly name: string; readonly option: string }): string =>
    `option stands alone: ${d.option} of ${d.name} (chosen together with others)`,
  tooFewSelected: (d: { readonly name: string; readonly minimum: number }): string =>
    `too few options chosen: ${d.name} (at least ${d.minimum})`,
  tooManySelected: (d: { readonly name: string; readonly maximum: number }): string =>
    `too many options chosen: ${d.name} (at most ${d.maximum})`,
  /** Not a finite number. */
  notANumber: (d: { readonly name: string }): string => `not a number: ${d.name}`,
  belowMinimum: (d: { readonly name: string; readonly minimum: number }): string =>
    `number too small: ${d.name} (at least ${d.minimum})`,
  aboveMaximum: (d: { readonly name: string; readonly maximum: number }): string =>
    `number too large: ${d.name} (at most ${d.maximum})`,
  /** Not a whole number of steps above the start. */
  notAStep: (d: { readonly name: string; readonly step: number; readonly start: number }): string =>
    `number between two steps: ${d.name} (expected steps of ${d.step} from ${d.start})`,
  textTooLong: (d: { readonly name: string; readonly maximum: number }): string =>
    `text too long: ${d.name} (at most ${d.maximum} characters)`,
  /** A NUL or half a surrogate pair, which no database takes. */
  forbiddenCharacter: (d: { readonly name: string }): string =>
    `text with a character that cannot be stored: ${d.name} (NUL or half a surrogate pair)`,
  /** A screen that the questionnaire does not have. */
  unknownScreen: (d: { readonly screens: readonly string[] }): string => `unknown screen (has ${list(d.screens)})`,
  /** Packed answers that belong to another codebook. Misuse: thrown. */
  packedAnswersMismatch: (d: { readonly expected: string; readonly found: string }): string =>
    `packed answers do not fit the codebook: ${d.found} (expected ${d.expected})`,
  /** An answer to a question that routing left out. */
  answerNotAsked: (d: { readonly name: string }): string => `answer to a question that was not asked: ${d.name}`,
} as const
