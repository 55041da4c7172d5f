import type { Html } from '../html.ts'

/** How a question stands on its page. */
export interface QuestionView {
  /** Alone its title is the heading of the page; in a group it is one below it. */
  readonly place: 'alone' | 'group'
  readonly answers: Readonly<Record<string, unknown>>
  /** Sentences about what needs a look. */
  readonly wrong: readonly Html[]
}
