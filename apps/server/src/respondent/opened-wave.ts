import type { Questionnaire } from '@klankbord/model'
import type { Study, Wave } from '@klankbord/storage'

/** A wave that somebody came to, with what it asks. */
export interface OpenedWave {
  readonly study: Study
  readonly wave: Wave
  readonly questionnaire: Questionnaire
}
