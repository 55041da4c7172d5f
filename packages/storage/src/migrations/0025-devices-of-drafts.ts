import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** On which of several devices a draft was changed last. It goes with the draft. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await sql`alter table drafts add column device text not null default ''`.execute(db)
}
