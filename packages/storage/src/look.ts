/** What somebody looked at: which open answers likely hold personal data, or whole responses one by one. */
export type LookedAt = 'flagged' | 'responses'

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
