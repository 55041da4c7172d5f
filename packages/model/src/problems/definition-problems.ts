/** Sixteen, as many as there are types of elements, are enough for a sentence; details hold them all. */
const list = (values: readonly string[]): string =>
  values.length > 16 ? `${values.slice(0, 16).join(', ')}, …` : values.join(', ')

const conditionOrExpression = (property: string): string => (property === 'expression' ? 'expression' : 'condition')

/** Faults in a questionnaire definition. Texts of the author stand in details shortened. */
export const definitionProblems = {
  /** The text is no JSON. */
  definitionNotJson: (d: { readonly reason: string }): string => `definition is not JSON: ${d.reason}`,
  /** The definition is no JSON object. */
  definitionNotObject: (d: { readonly found: string }): string =>
    `definition is not an object: ${d.found} (expected a SurveyJS definition)`,
  /** The definition passes a limit that keeps the work bounded. */
  definitionTooLarge: (d: { readonly what: string; readonly limit: number }): string =>
    `definition is too large: ${d.what} (at most ${d.limit})`,
  /** A text holds a NUL or half a surrogate pair, which no database takes. */
  definitionCharacter: (d: { readonly element: string }): string =>
    `text with a character that cannot be stored: ${d.element} (NUL or half a surrogate pair)`,
  /** More findings than are reported. */
  tooManyFindings: (d: { readonly limit: number }): string => `more findings: only the first ${d.limit} are listed`,
  /** A property outside the profile. */
  unknownProperty: (d: { readonly property: string; readonly element: string }): string =>
    `unknown property: ${d.property} (on ${d.element})`,
  /** A property of the profile that means nothing on this element. */
  propertyNotHere: (d: { readonly property: string; readonly element: string; readonly goesWith: string }): string =>
    `property without meaning here: ${d.property} (on ${d.element}; it goes with ${d.goesWith})`,
  /** A property of SurveyJS that the profile leaves out, and what serves instead. */
  propertyLeftOut: (d: { readonly property: string; readonly element: string; readonly expected: string }): string =>
    `property outside the profile: ${d.property} (on ${d.element}; expected ${d.expected})`,
  /** A property that must be there. */
  missingProperty: (d: { readonly property: string; readonly element: string }): string =>
    `missing property: ${d.property} (on ${d.element})`,
  /** A property with a value of another JSON type. */
  wrongPropertyType: (d: {
    readonly property: string
    readonly element: string
    readonly expected: string
    readonly found: string
  }): string => `wrong type: ${d.property} is ${d.found} (on ${d.element}; expected ${d.expected})`,
  /** A value outside the fixed list of a property. */
  unknownPropertyValue: (d: {
    readonly property: string
    readonly element: string
    readonly found: string
    readonly allowed: readonly string[]
  }): string => `unknown value of ${d.property}: ${d.found} (on ${d.element}; one of ${list(d.allowed)})`,
  /** A type of element outside the profile. */
  unknownElementType: (d: { readonly type: string; readonly known: readonly string[] }): string =>
    `unknown type of question: ${d.type} (one of ${list(d.known)})`,
  /** A name that cannot be the name of a variable. */
  malformedName: (d: { readonly name: string; readonly element: string; readonly expected: string }): string =>
    `name cannot be used: ${d.name} (of ${d.element}; expected ${d.expected})`,
  /** A name that stands for something else between braces in SurveyJS. */
  reservedName: (d: { readonly name: string; readonly element: string }): string =>
    `name has a meaning of its own in SurveyJS: ${d.name} (of ${d.element}; expected another name)`,
  /** Two elements with one name; capitals do not tell them apart. */
  duplicateName: (d: { readonly name: string; readonly first: string }): string =>
    `name used twice: ${d.name} (first at ${d.first})`,
  /** A question, page or questionnaire without a text that people read. */
  missingText: (d: { readonly property: string; readonly element: string }): string =>
    `missing text: ${d.property} (on ${d.element})`,
  /** A text that is not there in a language that other texts have. */
  missingTranslation: (d: { readonly language: string; readonly element: string }): string =>
    `missing translation: ${d.language} (of ${d.element}; the source language is shown)`,
  /** A language that hardly any text has: a slip in its code, or a translation that was only begun. */
  rareLanguage: (d: {
    readonly language: string
    readonly element: string
    readonly texts: number
    readonly total: number
  }): string => `language of hardly any text: ${d.language} (${d.texts} of ${d.total} texts, first ${d.element})`,
  /** A hint at a questionnaire: languages that respondents are offered after somebody who speaks them released their texts. */
  languagesWait: (d: { readonly languages: readonly string[] }): string =>
    `languages to be released by a speaker before respondents are offered them: ${d.languages.join(', ')}`,
  /** A hint at a questionnaire, and why a round cannot be asked in a language: its translation was only begun. */
  languageBarelyWritten: (d: {
    readonly language: string
    readonly questions: number
    readonly total: number
  }): string =>
    `language with hardly any text, so respondents are not offered it: ${d.language} (${d.questions} of ${d.total} questions)`,
  /** A hint at a questionnaire: people who want to talk, or need help with filling in, find no number on its pages. */
  nobodyToCall: (_: Record<string, never>): string =>
    'nobody to call: people find no help line (helpLines) and no telephone number of the organisation',
  /** A hint at a questionnaire: no file is given out at the address of a picture, so people see its words alone. */
  pictureMissing: (d: { readonly address: string }): string =>
    `no such picture in the folder pictures of the data: ${d.address}`,
  /** A key of a text that is no language. */
  unknownLanguage: (d: { readonly language: string; readonly element: string }): string =>
    `not a language: ${d.language} (on ${d.element}; expected a code like nl or pt-br)`,
  /** No text is in the source language: `locale` names another than the texts have. */
  sourceLanguageUnused: (d: { readonly language: string; readonly found: readonly string[] }): string =>
    `no text in the source language: ${d.language} (texts have ${list(d.found)})`,
  /** A text given for the source language twice, with a difference. */
  textGivenTwice: (d: { readonly language: string; readonly element: string }): string =>
    `text given twice: default and ${d.language} differ (on ${d.element})`,
  /** A tag in a plain text, where people read it as it is written. */
  markupInPlainText: (d: { readonly tag: string; readonly element: string }): string =>
    `markup in a plain text: ${d.tag} (in ${d.element}; it is shown as it is written)`,
  /** Two options that an answer could not tell apart: 1 beside "1", "ja" beside "Ja". */
  duplicateOptionValue: (d: { readonly value: string; readonly element: string }): string =>
    `option value used twice: ${d.value} (on ${d.element})`,
  /** An option value that cannot be kept as a code. */
  unusableOptionValue: (d: { readonly value: string; readonly element: string; readonly reason: string }): string =>
    `option value cannot be used: ${d.value} (on ${d.element}; ${d.reason})`,
  /** An option that stands for a kind of empty, with another number than that kind is kept as. */
  emptyRecoded: (d: {
    readonly value: string
    readonly element: string
    readonly empty: string
    readonly packed: number
  }): string => `kind of empty with another number: ${d.value} is kept as ${d.packed}, ${d.empty} (on ${d.element})`,
  /** Two options with one code: the code of a word is its place, or a kind of empty stands twice. */
  duplicateOptionCode: (d: { readonly value: string; readonly element: string; readonly packed: number }): string =>
    `two options with one code: ${d.value} becomes ${d.packed} (on ${d.element})`,
  /** Two options with the same words, which nobody can tell apart. */
  sameOptionText: (d: { readonly value: string; readonly first: string; readonly element: string }): string =>
    `two options with the same words: ${d.first} and ${d.value} (on ${d.element})`,
  /** Limits that do not describe a scale. */
  badRateLimits: (d: { readonly element: string; readonly expected: string }): string =>
    `limits of the rating cannot be used: ${d.element} (expected ${d.expected})`,
  /** A lower limit above its upper limit. */
  contradictoryLimits: (d: { readonly element: string; readonly low: string; readonly high: string }): string =>
    `limits contradict each other: ${d.low} is above ${d.high} (on ${d.element})`,
  /** A limit outside what can be kept or reached. */
  limitOutOfRange: (d: { readonly property: string; readonly element: string; readonly expected: string }): string =>
    `limit cannot be used: ${d.property} (on ${d.element}; expected ${d.expected})`,
  /** An upper limit that nobody can pass anyway. */
  limitNeverReached: (d: { readonly property: string; readonly element: string; readonly most: number }): string =>
    `limit that nobody reaches: ${d.property} (on ${d.element}; only ${d.most} can be chosen together)`,
  /** A condition that is no SurveyJS expression. */
  malformedCondition: (d: { readonly property: string; readonly element: string; readonly reason: string }): string =>
    `${conditionOrExpression(d.property)} cannot be read: ${d.property} of ${d.element} (${d.reason})`,
  /** A part of a condition outside the profile. */
  unsupportedCondition: (d: { readonly property: string; readonly element: string; readonly reason: string }): string =>
    `${conditionOrExpression(d.property)} cannot be used: ${d.property} of ${d.element} (${d.reason})`,
  /** A function outside the profile. */
  unknownFunction: (d: {
    readonly function: string
    readonly element: string
    readonly known: readonly string[]
  }): string => `unknown function: ${d.function} (of ${d.element}; one of ${list(d.known)})`,
  /** A function with too few, too many or other arguments than it takes. */
  wrongArguments: (d: { readonly function: string; readonly element: string; readonly expected: string }): string =>
    `wrong arguments: ${d.function} (of ${d.element}; expected ${d.expected})`,
  /** A function that gives nothing whatever is answered, so that no comparison with it holds. */
  givesNothing: (d: { readonly function: string; readonly element: string; readonly reason: string }): string =>
    `function gives nothing: ${d.function} (of ${d.element}; ${d.reason})`,
  /** A calculation that takes a kind of empty for a number. */
  calculationOnEmptyCode: (d: {
    readonly question: string
    readonly element: string
    readonly value: string
  }): string => `calculation counts a kind of empty as a number: ${d.value} of ${d.question} (of ${d.element})`,
  /** A condition on a question that does not exist. */
  unknownConditionQuestion: (d: { readonly question: string; readonly element: string }): string =>
    `unknown question: ${d.question} (needed by ${d.element})`,
  /** A condition on an option that is not offered. */
  unknownConditionOption: (d: {
    readonly question: string
    readonly element: string
    readonly value: string
    readonly offered: readonly string[]
  }): string => `unknown option: ${d.value} of ${d.question} (needed by ${d.element}; offered ${list(d.offered)})`,
  /** A condition on an answer that is not there yet: on its own screen or a later one. */
  conditionLooksAhead: (d: { readonly question: string; readonly element: string }): string =>
    `answer that is not given yet: ${d.question} (needed by ${d.element}; only earlier screens can be used)`,
  /** An order comparison that takes a kind of empty for a small number. */
  conditionOnEmptyCode: (d: { readonly question: string; readonly element: string; readonly value: string }): string =>
    `comparison also holds for a kind of empty: ${d.value} of ${d.question} (of ${d.element})`,
  /** An order comparison with a number that no answer passes. */
  comparisonNeverHolds: (d: { readonly question: string; readonly element: string; readonly value: string }): string =>
    `comparison never holds: no answer of ${d.question} is on that side of ${d.value} (of ${d.element})`,
  /** A kind of validator outside the profile. */
  unknownValidatorType: (d: {
    readonly type: string
    readonly element: string
    readonly known: readonly string[]
  }): string => `unknown type of validator: ${d.type} (on ${d.element}; one of ${list(d.known)})`,
  /** A validator on a question whose answers it cannot judge. */
  validatorNotHere: (d: { readonly type: string; readonly element: string; readonly goesWith: string }): string =>
    `validator without meaning here: ${d.type} (on ${d.element}; it goes with ${d.goesWith})`,
  /** A pattern that is no regular expression. */
  badPattern: (d: { readonly pattern: string; readonly element: string; readonly reason: string }): string =>
    `pattern cannot be read: ${d.pattern} (of ${d.element}; ${d.reason})`,
  /** A pattern between the slashes that it has in program text, which then belong to what is looked for. */
  patternInSlashes: (d: { readonly pattern: string; readonly element: string; readonly expected: string }): string =>
    `pattern between slashes: ${d.pattern} (of ${d.element}; expected ${d.expected})`,
  /** A pattern that cannot run in linear time, or that takes too many steps. */
  unsupportedPattern: (d: { readonly pattern: string; readonly element: string; readonly reason: string }): string =>
    `pattern cannot be used: ${d.pattern} (of ${d.element}; ${d.reason})`,
  /** Calculated values that each need the next, and the last the first again; or one that needs itself. */
  circularReference: (d: { readonly names: readonly string[] }): string =>
    d.names.length === 1
      ? `calculated value needs itself: ${list(d.names)}`
      : `calculated values need each other: ${list(d.names)}`,
  /** A calculated value of words that should become a variable: nothing would hold the words. */
  wordsNotKept: (d: { readonly name: string }): string =>
    `calculated value of words becomes no variable: ${d.name} (only numbers, yes or no, and dates are kept)`,
  /** Something that is stored, or decides what is, and needs an answer that is not stored. */
  answerNotStored: (d: { readonly name: string; readonly element: string }): string =>
    `answer that is not stored: ${d.name} (needed by ${d.element}; expected a kept calculated value, yes or no)`,
  /** A kept calculated value that could hold an answer that is not stored, or as much of it as its author likes. */
  outcomeNotYesNo: (d: { readonly name: string; readonly question: string }): string =>
    `outcome is no yes or no: ${d.name} (made of ${d.question}, which is not stored; expected a comparison)`,
  /** A calculated value that is to say who may take part, and is not kept or no yes or no. */
  eligibilityNotOutcome: (d: { readonly name: string }): string =>
    `cannot say who may take part: ${d.name} (expected a yes or no with includeIntoResult)`,
  /** A second calculated value that is to say who may take part. */
  eligibilityTwice: (d: { readonly name: string; readonly first: string }): string =>
    `who may take part is said twice: ${d.name} (expected one value; ${d.first} says it)`,
  /** A question whose answer is neither stored nor used. */
  answerUsedNowhere: (d: { readonly name: string }): string =>
    `answer is neither stored nor used: ${d.name} (nobody should be asked for nothing)`,
  /** The amount of a duration that may be below 0, which nothing can have taken. */
  amountBelowZero: (d: { readonly name: string; readonly element: string }): string =>
    `amount of a duration may be below 0: ${d.name} (of ${d.element}; expected a min of at least 0)`,
  /** A name between braces in a text that is no question and no calculated value. */
  unknownPipe: (d: { readonly name: string; readonly element: string }): string =>
    `unknown name in a text: {${d.name}} (in ${d.element})`,
  /** A text that shows an answer that is not given yet. */
  pipeLooksAhead: (d: { readonly name: string; readonly element: string }): string =>
    `text shows an answer that is not given yet: {${d.name}} (in ${d.element}; only earlier screens can be used)`,
  /** A name between braces whose answer has no words of its own. */
  unusablePipe: (d: { readonly name: string; readonly element: string; readonly expected: string }): string =>
    `answer cannot be shown in a text: {${d.name}} (in ${d.element}; expected ${d.expected})`,
  /** A name of a question beside one brace: the other was probably forgotten. */
  braceWithoutPair: (d: { readonly name: string; readonly element: string }): string =>
    `brace without its pair: ${d.name} (in ${d.element}; expected {${d.name}})`,
  /** An answer that a text shows in one language and not in another. */
  pipeInSomeLanguages: (d: { readonly name: string; readonly language: string; readonly element: string }): string =>
    `answer shown in some languages only: {${d.name}} (not in ${d.language}, in ${d.element})`,
  /** A scale or a duration that names a question that does not exist. */
  unknownReference: (d: { readonly name: string; readonly property: string; readonly element: string }): string =>
    `unknown question: ${d.name} (in ${d.property} of ${d.element})`,
  /** A question that names a help line that the questionnaire has not. */
  unknownHelpLine: (d: { readonly name: string; readonly element: string }): string =>
    `unknown help line: ${d.name} (on ${d.element})`,
  /** A telephone number that nobody can dial. */
  malformedPhone: (d: { readonly phone: string; readonly element: string; readonly expected: string }): string =>
    `telephone number that cannot be dialled: ${d.phone} (of ${d.element}; expected ${d.expected})`,
  /** A scale or a duration that names a question of another kind than it needs. */
  unusableReference: (d: {
    readonly name: string
    readonly property: string
    readonly element: string
    readonly expected: string
  }): string => `question cannot be used: ${d.name} (in ${d.property} of ${d.element}; expected ${d.expected})`,
  /** Both `isRequired` and `requiredIf`; the condition decides. */
  requiredTwice: (d: { readonly element: string }): string =>
    `isRequired beside requiredIf: ${d.element} (the condition decides)`,
  /** Markup in prose beyond the few tags and attributes of the profile, or tags that do not close as they opened. */
  htmlNotAllowed: (d: { readonly what: string; readonly element: string; readonly allowed: string }): string =>
    `markup that is not allowed: ${d.what} (in ${d.element}; allowed: ${d.allowed})`,
  /** An address of a picture or a recording that is not on the same server. */
  addressNotAllowed: (d: { readonly address: string; readonly element: string; readonly expected: string }): string =>
    `address cannot be used: ${d.address} (on ${d.element}; expected ${d.expected})`,
  /** A choice question with nothing to choose. */
  tooFewOptions: (d: { readonly element: string; readonly least: number }): string =>
    `too few options: ${d.element} (at least ${d.least})`,
  /** A matrix without rows, a multipletext without items, a paneldynamic without questions. */
  tooFewRows: (d: { readonly element: string }): string =>
    `nothing to answer: ${d.element} (at least 1 row, item or question)`,
  /** A page without questions. */
  emptyPage: (d: { readonly element: string }): string => `page without questions: ${d.element}`,
  /** A declared short group that is not short. */
  longGroup: (d: { readonly element: string; readonly questions: number; readonly limit: number }): string =>
    `short group is long: ${d.questions} questions on ${d.element} (at most ${d.limit} is advised)`,
  /** A questionnaire that asks nothing. */
  noQuestions: (d: { readonly pages: number }): string => `questionnaire without questions (has ${d.pages} pages)`,
} as const
