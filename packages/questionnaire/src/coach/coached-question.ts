import type { Question } from '@klankbord/model'
import type { ReadText } from './read-text.ts'

/** An option as its reader sees it. */
export interface CoachedOption {
  readonly text: string
  readonly lower: string
  /** Says that there is no answer, or stands alone. */
  readonly wayOut: boolean
}

/** A question with its texts in the language that is coached. */
export interface CoachedQuestion {
  readonly question: Question
  readonly title: ReadText
  /** The texts beside it that are read before answering: lead, description, notes and headings on its screen. */
  readonly beside: readonly ReadText[]
  /** The columns of a matrix, the options of the other types; none where there is nothing to choose. */
  readonly options: readonly CoachedOption[]
}
