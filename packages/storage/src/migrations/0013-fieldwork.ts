import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * Whom to ask, whom was asked, and what became of it.
 *
 * Everything about people stands in `contact` and goes with the contact: the list that a sample is drawn from, invitations
 * with their code (sealed), what happened to them, and what tells that somebody was asked lately. What became of an
 * invitation is noted with its code as well, so that the account of a wave can be made, and still balances, without
 * knowing whose code it is. Nothing here leads to a response.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const OUTCOMES = `('notInvited', 'undeliverable', 'notInGroup', 'refused')`

const STATEMENTS = [
  `create table contact.frame_people (
    study_id uuid not null,
    wave_id uuid not null,
    person_id uuid not null,
    stratum text not null,
    household text,
    excluded text,
    primary key (study_id, wave_id, person_id),
    foreign key (study_id, person_id) references contact.people (study_id, id) on delete cascade
  )`,
  `create table contact.invitations (
    study_id uuid not null,
    id uuid not null,
    wave_id uuid not null,
    person_id uuid not null,
    stratum text not null,
    probability double precision not null check (probability > 0 and probability <= 1),
    sealed bytea,
    primary key (study_id, id),
    unique (study_id, wave_id, person_id),
    foreign key (study_id, person_id) references contact.people (study_id, id) on delete cascade
  )`,
  `create table contact.fieldwork_events (
    study_id uuid not null,
    id uuid not null,
    invitation_id uuid not null,
    kind text not null
      check (kind in ('invited', 'reminded', 'returnedUndeliverable', 'saidNotInGroup', 'refused', 'undone')),
    noted text not null,
    route text check (route in ('letter', 'email', 'phone', 'text', 'handedOver')),
    destination integer check (destination >= 1),
    undoes uuid,
    primary key (study_id, id),
    foreign key (study_id, invitation_id) references contact.invitations (study_id, id) on delete cascade
  )`,
  `create index events_of_invitation on contact.fieldwork_events (study_id, invitation_id)`,
  `create table contact.invited_marks (
    study_id uuid not null,
    invitation_id uuid not null,
    mark text not null,
    month text not null,
    primary key (study_id, invitation_id, mark),
    foreign key (study_id, invitation_id) references contact.invitations (study_id, id) on delete cascade
  )`,
  `create index invited_by_mark on contact.invited_marks (mark)`,
  `create table contact.form_requests (
    study_id uuid not null references contact.study_keys,
    id uuid not null,
    wave_id uuid not null,
    form text not null check (form in ('paper', 'telephone', 'talk')),
    sealed bytea not null,
    done boolean not null default false,
    primary key (study_id, id)
  )`,
  `create table wave_frames (
    study_id uuid not null references studies,
    wave_id uuid not null,
    number integer not null check (number >= 1),
    drawn_on text not null,
    record jsonb not null,
    primary key (study_id, wave_id, number),
    foreign key (study_id, wave_id) references waves (study_id, id)
  )`,
  `create table place_counts (
    study_id uuid not null references studies,
    id uuid not null,
    wave_id uuid not null,
    place text not null,
    counted_on text not null,
    approached integer check (approached >= 0),
    refused integer check (refused >= 0),
    started integer not null check (started >= 0),
    finished integer not null check (finished >= 0),
    primary key (study_id, id),
    foreign key (study_id, wave_id) references waves (study_id, id)
  )`,
  `alter table access_codes add column outcome text check (outcome in ${OUTCOMES})`,
  `alter table code_counts
    add column undeliverable integer not null default 0,
    add column not_in_group integer not null default 0,
    add column refused integer not null default 0,
    add column not_invited integer not null default 0`,
] as const
