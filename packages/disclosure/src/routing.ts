/**
 * Who is asked a published question, or a breakdown: people whom earlier answers send there. Its base splits people by
 * those answers, so whoever hides one of them has to hide that base, too.
 */
export interface Routing {
  /** Name of the question or breakdown that is asked of some people only. */
  readonly question: string
  /** Every variable that decides on it, published or not, and those that decide on these. */
  readonly on: readonly string[]
  /** Whether one of them is sensitive. */
  readonly sensitive: boolean
  /** The same text for questions that are asked under the same condition. */
  readonly condition: string
  /**
   * The one single-choice question whose categories and kinds of empty, as a table counts them, say exactly who is
   * asked. Null when there are more, or when it is a number or has several answers.
   */
  readonly follows: string | null
}
