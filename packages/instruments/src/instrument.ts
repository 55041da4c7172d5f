import type { Json, LocalizedText, ReportPlan } from '@klankbord/model'

/** A use for which an instrument was not made, with the reason to show to whoever tries. */
export interface PurposeLimit {
  /** Names of the questions that it holds for. */
  readonly questions: readonly string[]
  readonly never: 'rankProviders'
  readonly reason: LocalizedText
}

/** A questionnaire that is ready to use. */
export interface Instrument {
  /** Stands in files and addresses; never changes. */
  readonly id: string
  readonly title: LocalizedText
  /** Who owns the wording. Only own wording is shipped. */
  readonly rights: 'own'
  /** A SurveyJS definition, for `compile`. */
  readonly definition: Json
  readonly plan: ReportPlan
  readonly purposeLimits: readonly PurposeLimit[]
}
