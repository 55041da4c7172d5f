import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** Whether the indexes fit their tables: how many were looked at, and which are broken. */
export interface IndexFaults {
  readonly looked: number
  /** Names of indexes. */
  readonly broken: readonly string[]
}

/**
 * Looks with PostgreSQL's own `amcheck` whether every index holds every row of its table, in order. The extension is
 * made in a transaction that is taken back, so nothing changes.
 *
 * @returns null where `amcheck` is not installed, or this user may not use it
 * @throws Problem `databaseUnavailable`
 */
export async function indexFaults(db: Kysely<Schema>): Promise<IndexFaults | null> {
  let found: IndexFaults | null = null
  try {
    await db.transaction().execute(async (trx) => {
      if (!(await hasAmcheck(trx))) throw new TakenBack()
      found = await look(trx)
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
  return found
}

class TakenBack extends Error {}

const NOT_ALLOWED = '42501'

async function hasAmcheck(trx: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_available_extensions where name = 'amcheck'`.execute(trx)
  if (rows.length === 0) return false
  try {
    await sql`create extension if not exists amcheck`.execute(trx)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NOT_ALLOWED) return false
    throw error
  }
}

async function look(trx: Kysely<Schema>): Promise<IndexFaults> {
  const { rows } = await sql<{ oid: string; name: string }>`
    select i.indexrelid::text as oid, c.relname::text as name
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
      join pg_namespace n on n.oid = c.relnamespace
    where a.amname = 'btree' and i.indisvalid and i.indisready and n.nspname in (current_schema(), 'contact')
    order by c.relname`.execute(trx)
  const broken: string[] = []
  for (const { oid, name } of rows) {
    await sql`savepoint one_index`.execute(trx)
    try {
      await sql`select bt_index_check(${oid}::oid::regclass, true)`.execute(trx)
    } catch (error) {
      if (!isCorruption(error)) throw error
      broken.push(name)
      await sql`rollback to savepoint one_index`.execute(trx)
    }
  }
  return { looked: rows.length, broken }
}

/** `index_corrupted` and `data_corrupted`. */
function isCorruption(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause && (cause.code === 'XX002' || cause.code === 'XX001')
}
