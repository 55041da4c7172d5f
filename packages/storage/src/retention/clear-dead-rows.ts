import { isProblem } from '@klankbord/model'
import { sql, type Kysely, type QueryResult, type RawBuilder } from 'kysely'
import type { Schema } from '../schema.ts'

/** Up to this size a table is written anew; a larger one would keep others waiting for too long. */
const REWRITTEN_BYTES = 64 * 1024 * 1024
/** In milliseconds. Behind whoever waits for a whole table, everybody else waits too. */
const PATIENCE = 2000

/**
 * Takes deleted rows out of tables for good. `VACUUM` frees their place, but their bytes lie in it until something else
 * is written there; so a table that is small, or has to be clean, is written anew into a new file (`VACUUM FULL`) unless
 * somebody uses it for longer than that.
 *
 * @param tables as SQL names them: "contact.people"
 * @param patience how long to wait until nobody uses a table, in milliseconds; 2000
 * @returns the tables that were not written anew
 */
export async function clearDeadRows(
  db: Kysely<Schema>,
  tables: readonly string[],
  patience: number = PATIENCE,
): Promise<readonly string[]> {
  const left: string[] = []
  // VACUUM runs in no transaction, and the settings must be those of its connection.
  await db.connection().execute(async (connection) => {
    await sql`select set_config('lock_timeout', ${`${patience}ms`}, false)`.execute(connection)
    try {
      for (const table of tables) if (!(await written(connection, table))) left.push(table)
    } finally {
      await sql`reset lock_timeout`.execute(connection)
    }
  })
  return left
}

async function written(db: Kysely<Schema>, table: string): Promise<boolean> {
  const size = sql<{ bytes: string }>`select pg_total_relation_size(${table}::regclass) as bytes`
  const bytes = Number((await done(size, db))?.rows[0]?.bytes ?? Infinity)
  if (bytes <= REWRITTEN_BYTES && (await done(sql`vacuum (full) ${sql.table(table)}`, db)) !== null) return true
  // Where even this has to wait, PostgreSQL does it by itself later.
  await done(sql`vacuum ${sql.table(table)}`, db)
  return false
}

/** @returns null when somebody else uses the table, or it takes longer than a statement may */
async function done<Row>(statement: RawBuilder<Row>, db: Kysely<Schema>): Promise<QueryResult<Row> | null> {
  try {
    return await statement.execute(db)
  } catch (error) {
    if (isProblem(error, 'databaseUnavailable')) return null
    throw error
  }
}
