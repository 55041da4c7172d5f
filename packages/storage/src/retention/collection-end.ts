import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { isUuid } from '../is-uuid.ts'

/** When the fieldwork of a study ended. Both are ISO dates. */
export interface CollectionEnd {
  /** The day on which its last wave was closed. */
  readonly closedOn: string
  /** The last day on which somebody who had begun could still send. */
  readonly lastDay: string
}

/** When the fieldwork of a study ended; null while a wave is open, and for a study without waves but try-outs. */
export async function collectionEnd(db: Kysely<Schema>, studyId: string): Promise<CollectionEnd | null> {
  if (!isUuid(studyId)) return null
  // A wave that was closed when it was made has no day of closing but that.
  const { rows } = await sql<{ open: boolean; closed_on: string; last_day: string }>`
    select bool_or(state = 'open') as open, max(closed)::text as closed_on, max(last_day)::text as last_day
    from (
      select state, closed, case when state = 'sealed' then closed else closed + grace_days end as last_day
      from (select *, coalesce(closed_on, opened::date) as closed from waves where study_id = ${studyId} and not try_out) as dated
    ) as ended
    having count(*) > 0`.execute(db)
  const [row] = rows
  return row === undefined || row.open ? null : { closedOn: row.closed_on, lastDay: row.last_day }
}
