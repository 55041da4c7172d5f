import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** From when respondents of a wave can read its results: a promise on the last page that they see. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await sql`alter table waves add column results_from date`.execute(db)
}
