import type { Condition } from './condition.ts'
import type { EmptyOptionKind } from './empty.ts'
import type { LocalizedText } from './language.ts'
import type { Validator } from './validator.ts'

/** Where an option stands on a scale. Several options may share a tone; their order is the order of the options. */
export type Tone = 'positive' | 'neutral' | 'negative'

/** What may be said about the order and the distance of answers. */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** One answer that can be chosen. */
export interface Option {
  /** The value in an answer, as in the SurveyJS definition. Unique, also as text. */
  readonly value: string | number | boolean
  /** The packed int16: the value itself when it is a whole number, else the option's place from 1; `EMPTY_CODES` for kinds of empty; 32767 for "other". */
  readonly code: number
  readonly text: LocalizedText
  readonly empty?: EmptyOptionKind
  readonly tone?: Tone
  /** In a checkbox: stands alone. Kinds of empty always do. */
  readonly exclusive?: boolean
  /** Its own words can be written beside it, under the key `NAME-Comment`. At most one option of a question. */
  readonly other?: boolean
  /** Absent: always offered. */
  readonly visibleIf?: Condition
  /** Absent: always to be chosen. Shown and not to be chosen while it does not hold. */
  readonly enableIf?: Condition
  /** Name of a drawing of the project. */
  readonly pictogram?: string
  /** Address of a picture on the same server, from the root: "/pictures/house.svg". */
  readonly image?: string
  /** Address of a recording on the same server, by language. */
  readonly audio?: LocalizedText
}

/**
 * What somebody agrees to with a yes. `participation`: to take part; without it nothing is taken. `quote`: that words of
 * theirs may be shown. `recording`: that a talk is recorded; asked by interviewers only.
 */
export type ConsentKind = 'participation' | 'quote' | 'recording'

/** All kinds of consent. */
export const CONSENT_KINDS: readonly ConsentKind[] = ['participation', 'quote', 'recording']

interface QuestionBase {
  /** `^[a-z][a-z0-9]*(_[a-z0-9]+)*$`, unique; the key in answers and the name of the variable. */
  readonly name: string
  /** JSON pointer to the element in the definition. */
  readonly path: string
  readonly title: LocalizedText
  readonly description?: LocalizedText
  /** Shown above the title as its lead, as in "Do you agree with this sentence?". */
  readonly prompt?: LocalizedText
  /** Absent: always asked. Conditions of pages and panels are folded in. */
  readonly visibleIf?: Condition
  /** Absent: always open. Shown but closed, and so not asked, while it does not hold. Those of panels are folded in. */
  readonly enableIf?: Condition
  /** Asked once more when empty, then skippable. `true` or a condition. */
  readonly required: boolean | Condition
  /** Consent or eligibility: nobody goes on without an answer. */
  readonly blocking?: boolean
  /**
   * Its answer routes and is worked with while somebody fills in, and is never stored: it has no variable. What is
   * stored of it is what a kept calculated value says about it, yes or no (`CalculatedValue.outcome`).
   */
  readonly outcomeOnly?: boolean
  /** Of a boolean: what its yes agrees to. Those that are always asked stand together on the introduction. */
  readonly consent?: ConsentKind
  /** In what was frozen before consents had kinds: `consent: 'quote'`, asked where it stands. */
  readonly quoteConsent?: boolean
  /** What an answer must pass beside its type; only when there is one. */
  readonly validators?: readonly Validator[]
  /** Code of the topic that is measured, like "T6". */
  readonly topic?: string
  readonly theme?: string
  /** Name of the answer scale, like "agreement". */
  readonly scale?: string
  /** Answers need the stricter rules of disclosure. */
  readonly sensitive: boolean
  readonly benchmarkKey?: string
  /** Where the author says it; else it follows from the type and the options. */
  readonly measurement?: MeasurementLevel
  readonly pictogram?: string
  readonly audio?: LocalizedText
  /** Names of the help lines that stand under its answers: it touches what can be hard to answer. At least one. */
  readonly helpLine?: readonly string[]
}

/** The words beside the option "other". */
export interface OtherWords {
  /** In UTF-16 units. */
  readonly maxLength: number
  readonly placeholder?: LocalizedText
}

/** Exactly one of the options. A rating and a boolean are compiled to options too. */
export interface SingleChoiceQuestion extends QuestionBase {
  readonly type: 'radiogroup' | 'dropdown' | 'rating' | 'boolean' | 'imagepicker'
  readonly options: readonly Option[]
  /** Exactly when one of the options is `other`. */
  readonly other?: OtherWords
}

/** Any number of the options. */
export interface MultipleChoiceQuestion extends QuestionBase {
  readonly type: 'checkbox'
  readonly options: readonly Option[]
  readonly minSelected?: number
  readonly maxSelected?: number
  readonly other?: OtherWords
  /** Written as an imagepicker with `multiSelect`. */
  readonly images?: boolean
}

/** Options put in order, the first choice first. */
export interface RankingQuestion extends QuestionBase {
  readonly type: 'ranking'
  readonly options: readonly Option[]
  /** Fewest and most options to rank. All of them, unless the definition has `selectToRankEnabled`. */
  readonly minSelected: number
  readonly maxSelected: number
}

/** One row of a matrix: a question with the columns as its options. */
export interface MatrixRow {
  /** Key in the answer; a name as a question has, or digits. Its variable is `QUESTION__ROW`. */
  readonly name: string
  readonly text: LocalizedText
  readonly visibleIf?: Condition
  readonly enableIf?: Condition
}

/** One option per row. */
export interface MatrixQuestion extends QuestionBase {
  readonly type: 'matrix'
  readonly rows: readonly MatrixRow[]
  readonly columns: readonly Option[]
  /** Each row is asked once more when it is empty. */
  readonly eachRowRequired: boolean
}

/** A number. */
export interface NumberQuestion extends QuestionBase {
  readonly type: 'number'
  readonly min?: number
  readonly max?: number
  /** Answers are whole multiples of the step above `min` (or 0). */
  readonly step?: number
}

/** A day "2026-05-31" or a month "2026-05" of the calendar. */
export interface DateQuestion extends QuestionBase {
  readonly type: 'date' | 'month'
  /** In the form of an answer. */
  readonly min?: string
  readonly max?: string
}

/** Words: one line, several, or an e-mail address. */
export interface TextQuestion extends QuestionBase {
  readonly type: 'text' | 'comment' | 'email'
  /** In UTF-16 units, as `maxlength` in HTML. */
  readonly maxLength: number
}

/** A short open answer: the type of an item of a multipletext. */
export type InputQuestion = NumberQuestion | DateQuestion | TextQuestion

/** Several short open answers under one title. The names of the items are the keys of the answer. */
export interface MultipleTextQuestion extends QuestionBase {
  readonly type: 'multipletext'
  readonly items: readonly InputQuestion[]
}

/** The same few questions for each of several things. For interviewer and kiosk only. */
export interface PanelDynamicQuestion extends QuestionBase {
  readonly type: 'paneldynamic'
  /** No panel, matrix, ranking or multipletext among them. */
  readonly questions: readonly (ChoiceQuestion | InputQuestion)[]
  /** Heading of each panel. */
  readonly templateTitle?: LocalizedText
  readonly minPanels: number
  readonly maxPanels: number
}

/** A drawn signature, as a PNG or SVG data address. For interviewer and kiosk only. */
export interface SignatureQuestion extends QuestionBase {
  readonly type: 'signaturepad'
  /** In characters of the data address. */
  readonly maxLength: number
}

export type ChoiceQuestion = SingleChoiceQuestion | MultipleChoiceQuestion
export type Question =
  | ChoiceQuestion
  | RankingQuestion
  | MatrixQuestion
  | InputQuestion
  | MultipleTextQuestion
  | PanelDynamicQuestion
  | SignatureQuestion

const CHOICES: ReadonlySet<Question['type']> = new Set([
  'radiogroup',
  'dropdown',
  'rating',
  'boolean',
  'imagepicker',
  'checkbox',
])

/** Whether the answer to a question is one of its options, or several. */
export function hasOptions(question: Question): question is ChoiceQuestion {
  return CHOICES.has(question.type)
}

/** The key under which the words beside "other" stand. @example commentKey('q1') // 'q1-Comment' */
export function commentKey(question: string): string {
  return `${question}-Comment`
}
