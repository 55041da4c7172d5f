import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** The rules of disclosure control that a study raised above those of its installation. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await sql`alter table studies add column policy jsonb`.execute(db)
}
