import type { Json, LocalizedText, PurposeLimitKind, ReportPlan } from '@klankbord/model'

/** A use for which an instrument was not made, with the reason to show to whoever tries. */
export interface PurposeLimit {
  /** Names of the questions that it holds for. */
  readonly questions: readonly string[]
  readonly never: PurposeLimitKind
  readonly reason: LocalizedText
}

/** What somebody who chooses a questionnaire wants to know first. How long it takes is worked out from its questions. */
export interface InstrumentAbout {
  readonly measures: LocalizedText
  readonly forWhom: LocalizedText
  readonly notFor: LocalizedText
}

/** A questionnaire that is ready to use. */
export interface Instrument {
  /** Stands in files and addresses; never changes. */
  readonly id: string
  readonly title: LocalizedText
  /** Who owns the wording. Only own wording is shipped. */
  readonly rights: 'own'
  readonly about: InstrumentAbout
  /** A SurveyJS definition, for `compile`. */
  readonly definition: Json
  readonly plan: ReportPlan
  readonly purposeLimits: readonly PurposeLimit[]
  /**
   * What a question asks about, by its name, where clients, relatives and professionals are asked the same thing, each
   * from their own side: the same key, like "listened", in each of their questionnaires. The words differ, so a
   * parallel key sets views beside each other in one study; it is no benchmark.
   */
  readonly parallelKeys: Readonly<Record<string, string>>
}
