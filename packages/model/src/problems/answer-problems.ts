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
  /** An option that stands alone, together with others. Which of them was chosen is not told. */
  exclusiveOption: (d: { readonly name: string; readonly alone: readonly string[] }): string =>
    `option chosen together with one that stands alone: ${d.name} (${list(d.alone)} do)`,
  tooFewSelected: (d: { readonly name: string; readonly minimum: number }): string =>
    `too few options chosen: ${d.name} (at least ${d.minimum})`,
  tooManySelected: (d: { readonly name: string; readonly maximum: number }): string =>
    `too many options chosen: ${d.name} (at most ${d.maximum})`,
  /** Not a finite number. */
  notANumber: (d: { readonly name: string }): string => `not a number: ${d.name}`,
  belowMinimum: (d: { readonly name: string; readonly minimum: number; readonly validator?: string }): string =>
    `number too small: ${d.name} (at least ${d.minimum})`,
  aboveMaximum: (d: { readonly name: string; readonly maximum: number; readonly validator?: string }): string =>
    `number too large: ${d.name} (at most ${d.maximum})`,
  /** Not a whole number of steps above the start. */
  notAStep: (d: { readonly name: string; readonly step: number; readonly start: number }): string =>
    `number between two steps: ${d.name} (expected steps of ${d.step} from ${d.start})`,
  /** A number that passes the eleven-test of the Dutch citizen service number (BSN), which nobody may keep. */
  citizenNumber: (d: { readonly name: string }): string =>
    `number that can be a citizen service number (BSN): ${d.name} (expected another one; it is not kept)`,
  textTooLong: (d: { readonly name: string; readonly maximum: number; readonly validator?: string }): string =>
    `text too long: ${d.name} (at most ${d.maximum} characters)`,
  /** Shorter than its author asks; `validator` is where that stands in the definition. */
  textTooShort: (d: { readonly name: string; readonly minimum: number; readonly validator?: string }): string =>
    `text too short: ${d.name} (at least ${d.minimum} characters)`,
  /** A line end in a text of one line. */
  notOneLine: (d: { readonly name: string }): string => `text of several lines: ${d.name} (expected one line)`,
  /** A digit in a text that its author wants without. */
  digitsNotAllowed: (d: { readonly name: string; readonly validator?: string }): string =>
    `text with digits: ${d.name} (expected none)`,
  notAnEmail: (d: { readonly name: string; readonly validator?: string }): string =>
    `not an e-mail address: ${d.name} (expected one like name@example.org)`,
  /** A text outside the regular expression of its author. */
  patternNotMatched: (d: { readonly name: string; readonly pattern: string; readonly validator?: string }): string =>
    `text of another form: ${d.name} (expected ${d.pattern})`,
  /** The author's own condition for an answer does not hold. */
  expressionNotMet: (d: { readonly name: string; readonly validator?: string }): string =>
    `answer against the condition of its question: ${d.name} (see ${d.validator ?? 'its validators'})`,
  /** Not a day, or not a month, of the calendar. */
  notADate: (d: { readonly name: string; readonly expected: string }): string =>
    `not in the calendar: ${d.name} (expected ${d.expected})`,
  dateTooEarly: (d: { readonly name: string; readonly minimum: string }): string =>
    `date too early: ${d.name} (from ${d.minimum})`,
  dateTooLate: (d: { readonly name: string; readonly maximum: string }): string =>
    `date too late: ${d.name} (until ${d.maximum})`,
  /** A row, an item or a question of a panel that is not there. A part that is no name is not repeated. */
  unknownPart: (d: { readonly name: string; readonly part: string; readonly known: readonly string[] }): string =>
    `unknown part of an answer: ${d.part} of ${d.name} (has ${list(d.known)})`,
  tooFewPanels: (d: { readonly name: string; readonly minimum: number }): string =>
    `too few panels: ${d.name} (at least ${d.minimum})`,
  tooManyPanels: (d: { readonly name: string; readonly maximum: number }): string =>
    `too many panels: ${d.name} (at most ${d.maximum})`,
  /** Words beside the option "other" while another option was chosen. */
  wordsWithoutOther: (d: { readonly name: string }): string =>
    `words beside an option that was not chosen: ${d.name} (expected its option "other")`,
  /** Consent or eligibility: nobody goes on without an answer. */
  blockingAnswerMissing: (d: { readonly name: string }): string =>
    `answer missing: ${d.name} (nobody goes on without it)`,
  /** Somebody did not agree to take part: none of their answers are taken. */
  consentMissing: (d: { readonly name: string }): string =>
    `no consent to take part: ${d.name} (expected true; nothing is stored)`,
  /** A stored response without the outcome of answers that are not stored, of somebody who was asked for them. */
  outcomeMissing: (d: { readonly name: string }): string => `outcome missing: ${d.name} (expected true or false)`,
  /** The answers of somebody who may not take part, or of whom that is not known: none of them are stored. */
  notEligible: (d: { readonly name: string }): string =>
    `response of somebody who may not take part: ${d.name} (expected true; nothing is stored)`,
  /** A NUL or half a surrogate pair, which no database takes. */
  forbiddenCharacter: (d: { readonly name: string }): string =>
    `text with a character that cannot be stored: ${d.name} (NUL or half a surrogate pair)`,
  /** A screen that the questionnaire does not have. */
  unknownScreen: (d: { readonly screens: readonly string[] }): string => `unknown screen (has ${list(d.screens)})`,
  /** An expression reads the date and whoever runs it gave none. Misuse: thrown. */
  clockMissing: (d: { readonly expression: string }): string =>
    `date is missing: ${d.expression} needs a clock (expected one with today, like "2026-05-31")`,
  /** Packed answers that belong to another codebook. Misuse: thrown. */
  packedAnswersMismatch: (d: { readonly expected: string; readonly found: string }): string =>
    `packed answers do not fit the codebook: ${d.found} (expected ${d.expected})`,
  /** An answer to a question that routing left out. */
  answerNotAsked: (d: { readonly name: string }): string => `answer to a question that was not asked: ${d.name}`,
} as const
