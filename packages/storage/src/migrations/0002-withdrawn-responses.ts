import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * The ids of responses that were withdrawn, and nothing of what was answered, so that a late retry of the same
 * response does not bring it back.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  await sql
    .raw(
      `create table withdrawn_responses (
        study_id uuid not null,
        id uuid not null,
        week text not null default to_char(current_date, 'IYYY-"W"IW'),
        primary key (study_id, id)
      )`,
    )
    .execute(db)
}
