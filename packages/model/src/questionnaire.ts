import type { Condition, Operand } from './condition.ts'
import type { HelpLine } from './help-line.ts'
import type { LanguageCode, LocalizedText } from './language.ts'
import type { Question } from './question.ts'
import type { Duration, Scale } from './score.ts'

/** Prose between questions: sanitised HTML, for which `{name}` is filled in escaped. */
export interface Prose {
  readonly type: 'html'
  readonly name: string
  readonly path: string
  readonly html: LocalizedText
  readonly visibleIf?: Condition
}

/** A value that is worked out from answers and shown. */
export interface ShownValue {
  readonly type: 'expression'
  readonly name: string
  readonly path: string
  readonly title: LocalizedText
  readonly description?: LocalizedText
  readonly visibleIf?: Condition
  readonly value: Operand
  readonly valueType: ValueType
}

/** What stands on a screen and takes no answer. */
export type Note = Prose | ShownValue

/** What an operand gives, when it gives anything. A date is a string like "2026-05-31". */
export type ValueType = 'number' | 'string' | 'boolean' | 'date'

/** A value that is worked out from answers and used in other expressions and texts. */
export interface CalculatedValue {
  readonly name: string
  readonly path: string
  readonly value: Operand
  readonly valueType: ValueType
  /** Whether it becomes a variable of the codebook (`includeIntoResult`). Words never do. */
  readonly kept: boolean
  /**
   * Kept, and worked out from an answer that is not stored: a yes or no that a stored response cannot work out again,
   * so that it is part of it.
   */
  readonly outcome?: boolean
  /** Kept, and a yes or no that says who may take part: a response is taken only where it is yes. One value has it at most. */
  readonly eligibility?: boolean
}

/** Headings of the panels around a question, outermost first. */
export interface Section {
  readonly title: LocalizedText
  readonly description?: LocalizedText
}

/** What a respondent sees at once. One question, unless its page or panel is a declared short group. */
export interface Screen {
  /** Name of the first question on it, or of the first note where it has no question; unique. */
  readonly id: string
  readonly page: string
  readonly title?: LocalizedText
  readonly sections?: readonly Section[]
  /** Names of its questions, in order. */
  readonly questions: readonly string[]
  /** Names of its questions and notes in order; only where there are notes. */
  readonly content?: readonly string[]
  /** Holds the consents, before all other screens: on the web it is part of the introduction. It counts as no question. */
  readonly consents?: true
}

/** A panel with what stands in it, as its author wrote it. */
export interface Panel {
  readonly panel: string
  readonly title?: LocalizedText
  readonly description?: LocalizedText
  readonly visibleIf?: Condition
  readonly enableIf?: Condition
  readonly shortGroup?: boolean
  readonly elements: readonly PageElement[]
}

/** A place in a page: a question or a note by its name, or a panel. */
export type PageElement = { readonly element: string } | Panel

/** A page as its author wrote it. Respondents see screens. */
export interface Page {
  readonly name: string
  readonly title?: LocalizedText
  readonly description?: LocalizedText
  readonly visibleIf?: Condition
  readonly enableIf?: Condition
  readonly shortGroup?: boolean
  readonly elements: readonly PageElement[]
}

/**
 * A compiled questionnaire: plain JSON, the same for the same definition whatever its key order.
 * What a definition does not use is absent.
 */
export interface Questionnaire {
  readonly format: 'klankbord-questionnaire/1'
  /** `contentHash` of all the rest but the steps of patterns, which follow from the pattern. */
  readonly hash: string
  readonly title: LocalizedText
  readonly description?: LocalizedText
  /** The source language. */
  readonly language: LanguageCode
  /** All languages that have any text, the source language first. */
  readonly languages: readonly LanguageCode[]
  /** All questions in order; only these take an answer. */
  readonly questions: readonly Question[]
  readonly notes?: readonly Note[]
  /** In an order in which each needs only those before it. */
  readonly calculatedValues?: readonly CalculatedValue[]
  readonly scales?: readonly Scale[]
  readonly durations?: readonly Duration[]
  /** Whom people can talk to about what is asked, in the order in which they are shown. */
  readonly helpLines?: readonly HelpLine[]
  readonly pages: readonly Page[]
  readonly screens: readonly Screen[]
  /** A harmless question of ours comes first, to try out how this works. Its answer is stored nowhere. */
  readonly practiceQuestion?: boolean
  /** Who filled in may leave a name to be asked again, kept apart from answers. */
  readonly contactAgain?: boolean
  /** Has a paneldynamic or a signaturepad: for interviewer and kiosk only. */
  readonly richOnly?: boolean
}
