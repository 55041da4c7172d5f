import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** Whether the portions of a wave that has ended were mixed, which comes after its end. So far it was a part of it. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await sql.raw('alter table waves add column mixed boolean not null default false').execute(db)
  await sql.raw("update waves set mixed = true where state = 'sealed'").execute(db)
}
