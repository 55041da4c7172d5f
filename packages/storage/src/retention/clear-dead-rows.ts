import { isProblem } from '@klankbord/model'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Schema } from '../schema.ts'
import { seenByOthers } from './seen-by-others.ts'

/** Up to this size a table is written anew; a larger one would keep others waiting for too long. */
const REWRITTEN_BYTES = 64 * 1024 * 1024
/** In milliseconds. Behind whoever waits for a whole table, everybody else waits too. */
const PATIENCE = 2000

/** A table that was not written anew. */
export interface LeftTable {
  readonly table: string
  /** Somebody used it, so another time it can be; not so one that is too large, or not ours. */
  readonly inUse: boolean
}

/**
 * Takes deleted rows out of tables for good. `VACUUM` frees their place, but their bytes lie in it until something else
 * is written there; so a table that is small, or has to be clean, is written anew into a new file unless somebody uses it
 * for longer than that. `CLUSTER` does so, as `VACUUM FULL` does; but within a transaction, so that how long it waits
 * needs no setting of the connection, which PgBouncer would give to others. Rows that an older transaction still sees would
 * be taken along: so it waits for those first.
 *
 * @param tables as SQL names them: "contact.people"; each has a primary key, which says nothing about when rows came
 * @param patience how long to wait until nobody uses a table, in milliseconds; 2000
 * @returns the tables that were not written anew
 */
export async function clearDeadRows(
  db: Kysely<Schema>,
  tables: readonly string[],
  patience: number = PATIENCE,
): Promise<readonly LeftTable[]> {
  const left: LeftTable[] = []
  const seen = await seenByOthers(db, patience)
  for (const table of tables) {
    const done = seen
      ? 'inUse'
      : await attempt(() => db.transaction().execute((trx) => writeAnew(trx, table, patience)))
    if (done === 'done') continue
    left.push({ table, inUse: done === 'inUse' })
    // Where even this has to wait, PostgreSQL does it by itself later.
    await attempt(() => sql`vacuum (skip_locked) ${sql.table(table)}`.execute(db))
  }
  return left
}

async function writeAnew(trx: Transaction<Schema>, table: string, patience: number): Promise<void> {
  await sql`set local lock_timeout = ${sql.lit(patience)}`.execute(trx)
  const { rows } = await sql<{ bytes: string; key: string }>`
    select pg_total_relation_size(indrelid) as bytes, relname as key
    from pg_index join pg_class on pg_class.oid = indexrelid
    where indrelid = ${table}::regclass and indisprimary`.execute(trx)
  const [{ bytes, key } = { bytes: Infinity, key: '' }] = rows
  if (Number(bytes) > REWRITTEN_BYTES) throw new TooLarge()
  await sql`cluster ${sql.table(table)} using ${sql.ref(key)}`.execute(trx)
}

class TooLarge extends Error {}

const NOT_ALLOWED = '42501'

/** `inUse`: somebody else has the table, or it takes longer than a statement may. `never`: it is large, or not ours. */
async function attempt(work: () => Promise<unknown>): Promise<'done' | 'inUse' | 'never'> {
  try {
    await work()
    return 'done'
  } catch (error) {
    const notOurs = error instanceof Error && 'code' in error && error.code === NOT_ALLOWED
    if (notOurs || error instanceof TooLarge) return 'never'
    if (isProblem(error, 'databaseUnavailable')) return 'inUse'
    throw error
  }
}
