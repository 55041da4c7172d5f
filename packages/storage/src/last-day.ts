import { sql, type RawBuilder } from 'kysely'

/**
 * ISO date of the last day on which who had begun in a wave may send, of a row of `waves`: its days of grace after it was
 * closed, or after the day that was set for it. Null for a wave that is open for as long as nobody closes it.
 */
export const LAST_DAY: RawBuilder<string | null> = sql<string | null>`
  case when state = 'open' then closes_on else closed_on end + grace_days`
