import type { LanguageCode, LocalizedText } from './language.ts'
import type { PurposeLimitKind } from './study.ts'

/**
 * By which a ready-made questionnaire is found. `clients`: about the help, by who receives it. `around`: by relatives and
 * professionals. `oneSubject`: waiting, or a meeting. `short`: a minute's work, or subjects of one's own.
 */
export type InstrumentGroup = 'clients' | 'around' | 'oneSubject' | 'short'

/** A ready-made questionnaire with what somebody wants to know before they choose it. */
export interface InstrumentSummary {
  readonly id: string
  readonly group: InstrumentGroup
  readonly title: LocalizedText
  readonly measures: LocalizedText
  readonly forWhom: LocalizedText
  readonly notFor: LocalizedText
  /** How many questions most people meet. */
  readonly questions: number
  /** How many there are, routing aside. */
  readonly allQuestions: number
  /** For the questions that most people meet: estimated from the kinds of question, not measured. */
  readonly minutes: number
  readonly languages: readonly LanguageCode[]
  /** Uses that are refused where the software can see them, each with its reason. */
  readonly limits: readonly { readonly never: PurposeLimitKind; readonly reason: LocalizedText }[]
  readonly rights: 'own'
}
