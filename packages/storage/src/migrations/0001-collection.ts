import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * Studies, versions, waves, responses, drafts, publications and staff. Everything of a study has the study
 * first in its key, so that the same tables can be spread over several servers by study.
 *
 * Responses have no foreign key: each insert would lock the row of its wave, and many people send at once.
 * The insert itself looks whether wave and version exist.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table studies (
    study_id uuid primary key,
    title jsonb not null,
    organisation jsonb not null,
    sample boolean not null,
    try_out boolean not null,
    definition text not null,
    definition_revision integer not null,
    plan jsonb not null,
    created timestamptz not null default clock_timestamp()
  )`,
  `create table versions (
    study_id uuid not null references studies,
    id integer not null check (id >= 1),
    hash text not null,
    questionnaire text not null,
    definition text not null,
    published_on text not null,
    primary key (study_id, id)
  )`,
  `create table waves (
    study_id uuid not null references studies,
    id uuid not null,
    title jsonb not null,
    address text not null,
    version integer not null,
    mode text not null check (mode in ('open', 'codeAnonymous', 'codeConfidential')),
    state text not null check (state in ('open', 'closed')),
    frame jsonb,
    opened timestamptz not null default clock_timestamp(),
    primary key (study_id, id),
    foreign key (study_id, version) references versions
  )`,
  `create table wave_addresses (
    address text primary key,
    study_id uuid not null,
    wave_id uuid not null
  )`,
  `create table responses (
    study_id uuid not null,
    id uuid not null,
    wave_id uuid not null,
    version integer not null,
    answers jsonb not null,
    empties jsonb not null,
    codes smallint[] not null,
    numbers double precision[] not null,
    language text not null,
    channel text not null,
    week text not null,
    withdrawal_hash text,
    content_hash text not null,
    primary key (study_id, id)
  )`,
  `create index responses_of_wave on responses (study_id, wave_id, version, id)`,
  `create index responses_to_withdraw on responses (study_id, withdrawal_hash) where withdrawal_hash is not null`,
  `create table drafts (
    study_id uuid not null,
    id uuid not null,
    wave_id uuid not null,
    revision integer not null,
    answers jsonb not null,
    language text not null,
    asked jsonb not null,
    week text not null default to_char(current_date, 'IYYY-"W"IW'),
    primary key (study_id, id)
  )`,
  `create table publications (
    study_id uuid not null references studies,
    id text not null,
    wave_id uuid not null,
    edition integer not null check (edition >= 1),
    published_on text not null,
    state text not null check (state in ('draft', 'public', 'withdrawn')),
    content text not null,
    primary key (study_id, id),
    constraint publication_edition unique (study_id, wave_id, edition),
    foreign key (study_id, wave_id) references waves
  )`,
  `create table publication_addresses (
    id text primary key,
    study_id uuid not null
  )`,
  `create table users (
    id uuid primary key,
    name text not null
  )`,
  `create table sign_in_links (
    token_hash text primary key,
    user_id uuid not null references users on delete cascade,
    expires timestamptz not null,
    used boolean not null default false
  )`,
  `create table sessions (
    token_hash text primary key,
    user_id uuid not null references users on delete cascade,
    expires timestamptz not null
  )`,
] as const
