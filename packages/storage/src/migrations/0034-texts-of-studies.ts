import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** What authors say with the figures of a study, what they decided of the numbers in it, and how often that was saved. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await sql`alter table studies add column report_texts jsonb`.execute(db)
  await sql`alter table studies add column report_texts_revision integer not null default 0`.execute(db)
}
