import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** How many people will get a questionnaire, as a researcher said it; nothing follows from it but advice. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await sql.raw('alter table studies add column people integer check (people >= 0)').execute(db)
}
