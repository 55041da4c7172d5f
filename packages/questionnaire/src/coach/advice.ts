import type { LanguageCode, LocalizedText } from '@klankbord/model'

/** Every rule of the coach, in the order in which a page of advice names them. */
export const RULES = [
  'long-sentence',
  'double-question',
  'negation',
  'double-negation',
  'jargon',
  'officialese',
  'passive',
  'abbreviation',
  'leading',
  'too-many-options',
  'overlapping-options',
  'unbalanced-scale',
  'scale-order',
  'no-way-out',
  'matrix',
  'heavy-without-help',
] as const

/** What the coach looks for. */
export type RuleName = (typeof RULES)[number]

/**
 * An indication ("aanwijzing") that a question may be easier to understand or to answer. Never a verdict: a rule sees
 * words, not what an author means, and nothing waits for it.
 */
export interface Advice {
  readonly rule: RuleName
  /** JSON pointer into the definition. */
  readonly path: string
  /** Name of the question that it is about; null for a text beside the questions. */
  readonly question: string | null
  /** The language of the text. */
  readonly language: LanguageCode
  /** The words concerned, as they stand there. */
  readonly text: string
  /** The name of the rule, in Dutch and English, as the next two. */
  readonly title: LocalizedText
  /** Why this can be hard for a reader. */
  readonly reason: LocalizedText
  /** How it could be written instead. */
  readonly hint: LocalizedText
}
