import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * Drafts that somebody comes back to with words. From then on the answers stand in `sealed` only, and `words_hash` finds
 * them again; both go with the draft.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table drafts
    add column words_hash text,
    add column sealed text,
    add check ((words_hash is null) = (sealed is null)),
    add check (sealed is null or (answers = '{}' and asked = '[]'))`,
  `create unique index drafts_words on drafts (study_id, wave_id, words_hash) where words_hash is not null`,
] as const
