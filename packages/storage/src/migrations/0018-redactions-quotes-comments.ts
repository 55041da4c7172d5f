import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * What becomes of open answers: that some were made unreadable, by whom and why, in rows that are only added; quotes, from
 * proposal to release; and what staff say to each other about a study. Open answers without background are a look of their
 * own.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table looks drop constraint looks_what_check`,
  `alter table looks add constraint looks_what_check check (what in ('flagged', 'responses', 'openAnswers'))`,
  `create table redactions (
    study_id uuid not null references studies,
    number integer not null check (number >= 1),
    wave_id uuid not null,
    variable text not null,
    whole boolean not null,
    why text not null,
    redacted_by text not null,
    redacted_on text not null,
    primary key (study_id, number)
  )`,
  `create trigger only_added before update or delete or truncate on redactions
    for each statement execute function refuse_change()`,
  `create table quotes (
    study_id uuid not null references studies,
    id uuid not null default gen_random_uuid(),
    wave_id uuid not null,
    response_id uuid not null,
    variable text not null,
    quoted text not null,
    state text not null check (state in ('proposed', 'released', 'refused', 'takenBack')),
    proposed_by uuid not null,
    proposer text not null,
    proposed_on text not null,
    decided_by uuid,
    decider text,
    decided_on text,
    check (decided_by <> proposed_by or state = 'takenBack'),
    primary key (study_id, id)
  )`,
  `create index quotes_of_wave on quotes (study_id, wave_id)`,
  `create table comments (
    study_id uuid not null references studies,
    id uuid not null default gen_random_uuid(),
    place text not null,
    said text not null,
    said_by uuid not null,
    author text not null,
    said_at timestamptz not null,
    resolved_by text,
    resolved_on text,
    primary key (study_id, id)
  )`,
] as const
