import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * What is still to be cleared out of the files after a sealing or a deletion. It is written down in the transaction that
 * seals or deletes, so a process that is killed right after it leaves word for the next.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  await sql
    .raw(
      `create table clearings (
        study_id uuid not null references studies,
        id uuid not null default gen_random_uuid(),
        tables text[] not null,
        primary key (study_id, id)
      )`,
    )
    .execute(db)
}
