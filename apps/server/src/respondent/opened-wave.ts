import type { LanguageCode, Questionnaire } from '@klankbord/model'
import type { KeptFor } from '@klankbord/pages'
import type { Study, Wave } from '@klankbord/storage'

/** A wave that somebody came to, with what it asks. */
export interface OpenedWave {
  readonly study: Study
  readonly wave: Wave
  readonly questionnaire: Questionnaire
  /** How long the study keeps what, and whether names and addresses are among it. */
  readonly keeps: KeptFor
  /** Those of the questionnaire in which respondents may be asked, and, on a server for trying out, all. */
  readonly languages: readonly LanguageCode[]
  /** Those that are offered to try them out only. */
  readonly unreleased: readonly LanguageCode[]
}
