import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * Which backups there are, so that those that hold answers from before sealing can be thrown away in time; and which
 * key codes and contacts are stored under, so that somebody who starts with another one is told. Both belong to the
 * installation and to no study.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table backups (
    id bigint generated always as identity primary key,
    made_on date not null,
    file text not null,
    bytes bigint not null,
    sha256 text not null,
    unsealed jsonb not null default '[]',
    deleted_on date
  )`,
  `create table installation_key (
    single boolean primary key default true check (single),
    fingerprint text not null
  )`,
] as const
