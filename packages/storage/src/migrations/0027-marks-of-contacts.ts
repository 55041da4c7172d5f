import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * A keyed hash of what a contact says, to see whether it is there already without opening all others. Contacts from before
 * get it the next time that somebody is added.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  await sql`alter table contact.people add column mark bytea`.execute(db)
  await sql`create unique index people_marks on contact.people (study_id, purpose, mark)`.execute(db)
}
