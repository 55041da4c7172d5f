import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { STORE_ARRIVALS } from './store-arrivals.ts'

/**
 * What lets people answer with a code without anybody being able to tell whose answers are whose: codes and answers in
 * tables without a common key, a waiting room that sealing empties, and the grace period after which a wave is over.
 *
 * The two waiting rooms have no index but their keys: they are emptied often, and everything that stands in them is
 * rewritten then.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  'alter table waves drop constraint waves_state_check',
  `alter table waves
    add constraint waves_state_check check (state in ('open', 'closed', 'sealed')),
    add column closed_on date,
    add column grace_days integer not null default 21 check (grace_days between 0 and 366),
    add column portion integer not null default 20 check (portion >= 1),
    add column arriving integer not null default 1`,
  "alter table responses add column flags jsonb not null default '{}'",
  `create table pending_responses (
    study_id uuid not null,
    id uuid not null,
    wave_id uuid not null,
    batch integer not null,
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
    flags jsonb not null default '{}',
    primary key (study_id, id)
  )`,
  `create table access_codes (
    study_id uuid not null,
    wave_id uuid not null,
    code_hash text not null,
    stratum text,
    state text not null default 'unused' check (state in ('unused', 'used')),
    response_id uuid,
    primary key (study_id, wave_id, code_hash)
  )`,
  `create table pending_codes (
    study_id uuid not null,
    wave_id uuid not null,
    code_hash text not null,
    batch integer not null,
    primary key (study_id, wave_id, code_hash)
  )`,
  `create table wave_margins (
    study_id uuid not null,
    wave_id uuid not null,
    margin text not null check (margin in ('channel', 'language')),
    value text not null,
    responses integer not null,
    primary key (study_id, wave_id, margin, value)
  )`,
  `create table seals (
    study_id uuid not null,
    wave_id uuid not null,
    portion integer not null,
    responses integer not null,
    codes integer not null,
    sealed_on date not null,
    primary key (study_id, wave_id, portion)
  )`,
  STORE_ARRIVALS,
] as const
