import { setTimeout as wait } from 'node:timers/promises'
import { isProblem } from '@klankbord/model'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** A server that may still hold a log of what arrived. */
export interface LogHolder {
  /** For messages: "primary", or a number among the standbys. */
  readonly name: string
  readonly db: Kysely<Schema>
}

/** Whether the write-ahead log of before is gone from a server, and if not, why. */
export interface RemovedLog {
  readonly name: string
  readonly gone: boolean
  /**
   * `kept`: the server keeps old log (archive, replication slot, recycling). `behind`: a standby has not come as far yet,
   * and needs the log to do so. `notAllowed`; `notReached`.
   */
  readonly reason: 'kept' | 'behind' | 'notAllowed' | 'notReached' | null
}

/**
 * Removes the write-ahead log of before now: begins a new file, writes everything else to disk, and looks whether the
 * older files are gone. A standby does the same after it has come as far; the primary waits for it before it removes
 * anything, for a standby that misses a file can never follow again. Needs `wal_recycle = off` (an old file that is
 * kept for later use still holds what it held), and the right to `pg_switch_wal`, `checkpoint` and `pg_ls_waldir`.
 *
 * @param patience how long a standby may take to come as far, in milliseconds
 */
export async function removeLog(
  primary: Kysely<Schema>,
  standbys: readonly LogHolder[] = [],
  patience = 10_000,
): Promise<readonly RemovedLog[]> {
  const here = await attempt('primary', async () => {
    await sql`select pg_switch_wal()`.execute(primary)
    await Promise.all(standbys.map(({ name, db }) => attempt(name, () => waitFor(primary, db, patience))))
    await sql`checkpoint`.execute(primary)
    return whyKept(primary)
  })
  const there: RemovedLog[] = []
  for (const { name, db } of standbys) {
    there.push(
      await attempt(name, async () => {
        const behind = await waitFor(primary, db, patience)
        // A restart point: what a checkpoint is to a primary. It lies no further than the standby has come.
        await sql`checkpoint`.execute(db)
        return behind ?? whyKept(db)
      }),
    )
  }
  return [here, ...there]
}

/** Waits until a standby has what the primary has now. */
async function waitFor(primary: Kysely<Schema>, standby: Kysely<Schema>, patience: number): Promise<'behind' | null> {
  const { rows } = await sql<{ lsn: string }>`select pg_current_wal_flush_lsn()::text as lsn`.execute(primary)
  const until = Date.now() + patience
  for (;;) {
    const reached = await sql<{ there: boolean }>`
      select pg_last_wal_replay_lsn() >= ${rows[0]?.lsn ?? '0/0'}::pg_lsn as there`.execute(standby)
    if (reached.rows[0]?.there === true) return null
    if (Date.now() > until) return 'behind'
    await wait(50)
  }
}

/** Looks for log files that are older than the last checkpoint. */
async function whyKept(db: Kysely<Schema>): Promise<'kept' | null> {
  const { rows } = await sql<{ old: number }>`
    select count(*)::integer as old from pg_ls_waldir(), pg_control_checkpoint() as last
    where name ~ '^[0-9A-F]{24}$' and substr(name, 9) < substr(last.redo_wal_file, 9)`.execute(db)
  return rows[0]?.old === 0 ? null : 'kept'
}

async function attempt(name: string, work: () => Promise<RemovedLog['reason']>): Promise<RemovedLog> {
  try {
    const reason = await work()
    return { name, gone: reason === null, reason }
  } catch (error) {
    if (isProblem(error, 'databaseUnavailable')) return { name, gone: false, reason: 'notReached' }
    if (error instanceof Error && 'code' in error && error.code === NOT_ALLOWED) {
      return { name, gone: false, reason: 'notAllowed' }
    }
    throw error
  }
}

const NOT_ALLOWED = '42501'
