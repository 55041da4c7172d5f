import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** Something that was sealed or deleted and may still stand in files of the database: in its log, and in tables. */
export interface Clearing {
  readonly studyId: string
  readonly id: string
  /** Those to write anew (`clearDeadRows`), as SQL names them; none when only the log is to be removed. */
  readonly tables: readonly string[]
}

/**
 * Remembers that the log of before, and the bytes of deleted rows in these tables, are to be removed. Call it in the
 * transaction that seals or deletes: whoever is killed before the removal leaves word for the next.
 */
export async function rememberClearing(
  trx: Kysely<Schema>,
  studyId: string,
  tables: readonly string[] = [],
): Promise<void> {
  await trx.insertInto('clearings').values({ study_id: studyId, tables }).execute()
}

/** What is still to be cleared, of all studies. */
export async function dueClearings(db: Kysely<Schema>): Promise<readonly Clearing[]> {
  const { rows } = await sql<Clearing>`
    select study_id as "studyId", id, tables from clearings order by study_id, id`.execute(db)
  return rows
}

/** Forgets what was cleared. What came since is not forgotten. */
export async function clearingsDone(db: Kysely<Schema>, done: readonly Clearing[]): Promise<void> {
  for (const { studyId, id } of done)
    await db.deleteFrom('clearings').where('study_id', '=', studyId).where('id', '=', id).execute()
}
