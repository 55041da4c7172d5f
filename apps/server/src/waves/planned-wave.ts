import type { Questionnaire, WaveMode } from '@klankbord/model'

/** The wave that a plan is for. */
export interface PlannedWave {
  readonly questionnaire: Questionnaire
  readonly mode: WaveMode
  /** Least number of people in a shown group of its study. */
  readonly leastGroup: number
  /** May be asked in languages that are not released. */
  readonly tryOut: boolean
}
