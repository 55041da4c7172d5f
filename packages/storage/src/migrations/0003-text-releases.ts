import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * What speakers of a language said about texts, in the order in which they said it. Rows are only added: a release that
 * is taken back is a row of its own. It belongs to the installation, like its users, and to no study.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  await sql
    .raw(
      `create table text_releases (
        id bigint generated always as identity primary key,
        language text not null,
        key text not null,
        source_hash text not null,
        text_hash text not null,
        released_by text not null,
        released_on text not null,
        taken_back boolean not null
      )`,
    )
    .execute(db)
}
