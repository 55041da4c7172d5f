/**
 * What somebody looked at: open answers that likely hold personal data, whole responses one by one, or open answers without
 * anything else of their responses.
 */
export type LookedAt = 'flagged' | 'responses' | 'openAnswers'

/** Somebody looked at single answers of a wave. */
export interface Look {
  readonly waveId: string
  readonly what: LookedAt
  /** How many responses could be seen. */
  readonly responses: number
  readonly purpose: string
  /** Who looked, as they said themselves. */
  readonly by: string
  /** ISO date. */
  readonly on: string
}
