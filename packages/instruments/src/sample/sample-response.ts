import type { Answers, LanguageCode } from '@klankbord/model'

/** One made-up response. */
export interface SampleResponse {
  readonly answers: Answers
  readonly language: LanguageCode
  /** ISO week, "2026-W18". */
  readonly week: string
}
