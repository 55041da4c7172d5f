import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * Paper forms that were typed and wait until somebody else typed the same. What was typed is sealed, the form is known by a
 * keyed hash of its number or code, and there is no time. A form that both typed alike leaves no row.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table paper_entries (
    study_id uuid not null,
    id uuid not null,
    wave_id uuid not null,
    form_hash text not null,
    pass smallint not null check (pass in (1, 2)),
    entered_by uuid not null,
    sealed bytea not null,
    state text not null check (state in ('waits', 'differs')),
    primary key (study_id, id),
    unique (study_id, wave_id, form_hash, pass),
    unique (study_id, wave_id, form_hash, entered_by)
  )`,
  `alter table waves add column paper_entry text not null default 'double' check (paper_entry in ('double', 'single'))`,
] as const
