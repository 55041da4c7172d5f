import { setTimeout as later } from 'node:timers/promises'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** In milliseconds. */
const BETWEEN_LOOKS = 20

/**
 * Waits until no transaction can see a row any more that was deleted before now. While one can, a table that is written
 * anew takes such rows along: a backup that began earlier, statistics being gathered, a standby that asks for them. Writing
 * in another database of the server counts too: every look that begins meanwhile, our own included, reaches back to it.
 *
 * @param patience how long at most, in milliseconds
 * @returns whether somebody still sees them
 */
export async function seenByOthers(db: Kysely<Schema>, patience: number): Promise<boolean> {
  const { rows } = await sql<{ now: string }>`select pg_snapshot_xmax(pg_current_snapshot())::text as now`.execute(db)
  const now = rows[0]?.now ?? '0'
  for (let waited = 0; await sees(db, now); waited += BETWEEN_LOOKS) {
    if (waited >= patience) return true
    await later(BETWEEN_LOOKS)
  }
  return false
}

/**
 * Whether a transaction is open that began, or looks at a moment, before this transaction id. What is being written is
 * looked at first: once that is over, no new look reaches back.
 */
async function sees(db: Kysely<Schema>, now: string): Promise<boolean> {
  const { rows } = await sql<{ seen: boolean }>`
    select pg_snapshot_xmin(pg_current_snapshot()) < ${now}::xid8 or exists (
      select from (
        select backend_xmin as oldest from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        union all select backend_xmin from pg_stat_replication
        union all select xmin from pg_replication_slots
      ) as others
      where age(oldest) > age(${now}::xid8::xid)
    ) as seen`.execute(db)
  return rows[0]?.seen ?? false
}
