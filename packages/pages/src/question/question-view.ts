import type { Html } from '../html.ts'
import type { Offer } from '../offer.ts'

/** How a question stands on its page. */
export interface QuestionView {
  /** Alone its title is the heading of the page; in a group it is one below it. */
  readonly place: 'alone' | 'group'
  readonly answers: Readonly<Record<string, unknown>>
  readonly offer: Offer
  /** Sentences about what needs a look, at the question or at one of its parts. */
  wrong(part?: string): readonly Html[]
}

/** One control, or one list of them. */
export interface ControlView {
  /** The base of its ids: the name of the question, or `partKey`. */
  readonly key: string
  readonly field: string
  readonly given: unknown
  readonly wrong: readonly Html[]
}
