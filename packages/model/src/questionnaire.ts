import type { Condition } from './condition.ts'
import type { EmptyOptionKind } from './empty.ts'
import type { LanguageCode, LocalizedText } from './language.ts'

/** Where an option stands on a scale. Several options may share a tone; their order is the order of the options. */
export type Tone = 'positive' | 'neutral' | 'negative'

/** One answer that can be chosen. */
export interface Option {
  /** The value in an answer, as in the SurveyJS definition. Unique, also as text. */
  readonly value: string | number | boolean
  /** The packed int16: the value itself when it is a whole number, else the option's place from 1; `EMPTY_CODES` for kinds of empty. */
  readonly code: number
  readonly text: LocalizedText
  readonly empty?: EmptyOptionKind
  readonly tone?: Tone
  /** In a checkbox: stands alone. Kinds of empty always do. */
  readonly exclusive?: boolean
}

interface QuestionBase {
  /** `^[a-z][a-z0-9_]*$`, unique; the key in answers and the name of the variable. */
  readonly name: string
  /** JSON pointer to the element in the definition. */
  readonly path: string
  readonly title: LocalizedText
  readonly description?: LocalizedText
  /** Shown above the title as its lead, as in "Do you agree with this sentence?". */
  readonly prompt?: LocalizedText
  /** Absent: always asked. Page conditions are folded in. */
  readonly visibleIf?: Condition
  /** Asked once more when empty, then skippable. `true` or a condition. */
  readonly required: boolean | Condition
  /** Code of the topic that is measured, like "T6". */
  readonly topic?: string
  readonly theme?: string
  /** Name of the answer scale, like "agreement". */
  readonly scale?: string
  /** Answers need the stricter rules of disclosure. */
  readonly sensitive: boolean
  readonly benchmarkKey?: string
}

/** Exactly one of the options. A rating and a boolean are compiled to options too. */
export interface SingleChoiceQuestion extends QuestionBase {
  readonly type: 'radiogroup' | 'rating' | 'boolean'
  readonly options: readonly Option[]
}

/** Any number of the options. */
export interface MultipleChoiceQuestion extends QuestionBase {
  readonly type: 'checkbox'
  readonly options: readonly Option[]
  readonly minSelected?: number
  readonly maxSelected?: number
}

/** A number. */
export interface NumberQuestion extends QuestionBase {
  readonly type: 'number'
  readonly min?: number
  readonly max?: number
  /** Answers are whole multiples of the step above `min` (or 0). */
  readonly step?: number
}

/** Words: one line or several. */
export interface TextQuestion extends QuestionBase {
  readonly type: 'text' | 'comment'
  /** In UTF-16 units, as `maxlength` in HTML. */
  readonly maxLength: number
}

export type ChoiceQuestion = SingleChoiceQuestion | MultipleChoiceQuestion
export type Question = ChoiceQuestion | NumberQuestion | TextQuestion

/** What a respondent sees at once. One question, unless the page is a declared short group. */
export interface Screen {
  /** Name of the first question on it; unique. */
  readonly id: string
  readonly page: string
  readonly title?: LocalizedText
  /** Names of its questions, in order. */
  readonly questions: readonly string[]
}

/** A compiled questionnaire: plain JSON, the same for the same definition whatever its key order. */
export interface Questionnaire {
  readonly format: 'klankbord-questionnaire/1'
  /** `contentHash` of all the rest. */
  readonly hash: string
  readonly title: LocalizedText
  readonly description?: LocalizedText
  /** The source language. */
  readonly language: LanguageCode
  /** All languages that have any text, the source language first. */
  readonly languages: readonly LanguageCode[]
  readonly questions: readonly Question[]
  readonly screens: readonly Screen[]
}

/** Whether a question has options. */
export function hasOptions(question: Question): question is ChoiceQuestion {
  return 'options' in question
}
