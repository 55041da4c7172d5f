import type { Answers, Clock, LanguageCode, Questionnaire } from '@klankbord/model'
import type { PageContext } from '../page-context.ts'
import type { PageRequest } from '../parse-form.ts'

/** Answers on their way: what a host keeps between one page and the next. */
export interface UnderWay {
  /** The id that the response will have. */
  readonly id: string
  readonly answers: Answers
  /** Counts what was kept, from 1; 0 of what is kept nowhere yet. */
  readonly revision: number
  readonly language: LanguageCode
  /** Names of the required questions that were asked once more. */
  readonly asked: readonly string[]
  /** A random mark of the device that kept it last; empty for the one that it began on. */
  readonly device: string
}

/** One form that was sent, with all that deciding about it needs. */
export interface FlowVisit {
  readonly questionnaire: Questionnaire
  readonly page: PageContext
  readonly request: PageRequest
  /** The date where respondents are. */
  readonly today: Clock
  /** Made by the host for this form, where one is needed: the id of answers that begin, and the code to withdraw them with. */
  readonly fresh: { readonly id: string; readonly withdrawalCode: string }
}
