import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * Who agreed to which version before fieldwork, and who may read a publication: everybody, or the members of the
 * organisations of its study; of a part, only those of the organisation whose respondents it is about.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table approval_settings (
    study_id uuid not null references studies,
    organisation_id uuid not null references organisations,
    needed boolean not null,
    primary key (study_id, organisation_id)
  )`,
  // Rows are only added.
  `create table approval_steps (
    study_id uuid not null,
    number integer not null check (number >= 1),
    kind text not null check (kind in ('asked', 'agreed', 'sentBack')),
    version integer not null,
    version_hash text not null,
    organisation_id uuid references organisations,
    user_id uuid,
    user_name text not null,
    at timestamptz not null,
    remark text not null,
    primary key (study_id, number),
    foreign key (study_id, version) references versions,
    check ((kind = 'asked') = (organisation_id is null))
  )`,
  `alter table publications
    drop constraint publications_state_check,
    add constraint publications_state_check check (state in ('draft', 'members', 'public', 'withdrawn')),
    add column organisation_id uuid references organisations,
    add column public_since text,
    drop constraint publication_edition,
    add constraint publication_edition unique nulls not distinct (study_id, wave_id, organisation_id, edition)`,
  `update publications set public_since = published_on where state in ('public', 'withdrawn')`,
]
