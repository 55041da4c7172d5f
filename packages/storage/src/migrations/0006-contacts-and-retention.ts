import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * Contact details in a schema of their own, and what is kept how long. Nothing in `contact` refers to a table outside of
 * it, so that it can be given to other users or moved to another server.
 *
 * A contact has no day, no number and no code: its key is random, and what it says is sealed. `contact.erasures` holds
 * what is still to be written down about a deletion, for the two may be on different servers.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  'create schema contact',
  `create table contact.study_keys (
    study_id uuid primary key,
    wrapped bytea not null,
    fingerprint text not null
  )`,
  `create table contact.people (
    study_id uuid not null references contact.study_keys,
    id uuid not null,
    purpose text not null check (purpose in ('invitation', 'again', 'results')),
    sealed bytea not null,
    primary key (study_id, id)
  )`,
  `create table contact.erasures (
    study_id uuid not null,
    id uuid not null,
    notice jsonb not null,
    primary key (study_id, id)
  )`,
  `create table retention_terms (
    study_id uuid primary key references studies,
    contact_months integer not null check (contact_months >= 0),
    answer_months integer not null check (answer_months >= 0),
    publication_months integer check (publication_months >= 0)
  )`,
  `create table legal_holds (
    study_id uuid not null references studies,
    id uuid not null,
    reason text not null,
    held_by text not null,
    held_on text not null,
    released_by text,
    released_on text,
    primary key (study_id, id)
  )`,
  'create unique index one_hold_at_a_time on legal_holds (study_id) where released_on is null',
  `create table deletions (
    study_id uuid not null references studies,
    number integer not null check (number >= 1),
    id uuid not null,
    what text not null,
    subject text,
    rows integer not null,
    why text not null check (why in ('retention', 'erased', 'withdrawn')),
    deleted_by text not null,
    deleted_on text not null,
    digest text not null,
    key_fingerprint text,
    previous text not null,
    hash text not null,
    primary key (study_id, number),
    unique (study_id, id)
  )`,
  `create table deletion_heads (
    study_id uuid primary key references studies,
    number integer not null,
    hash text not null
  )`,
  `create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception 'rows of % are only added', tg_table_name; end $$`,
  `create trigger only_added before update or delete or truncate on deletions
    for each statement execute function refuse_change()`,
  'alter table publications add column tombstone jsonb',
  // From now on a closed wave knows its day; those of before get the latest that it can have been.
  "update waves set closed_on = current_date where state <> 'open' and closed_on is null",
] as const
