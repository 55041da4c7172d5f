import type { Database } from '@klankbord/storage'
import { sql } from 'kysely'

/** How many statements of a database wait until somebody else lets go of a table or a row. */
export async function waitingForLocks(db: Database['db']): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(distinct pid)::integer as waiting from pg_locks
    where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`.execute(db)
  return rows[0]?.waiting ?? 0
}
