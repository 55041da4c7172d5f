import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * Accounts of staff, the organisations that they work for and what they may do there.
 *
 * Users, sessions, credentials, verifications and second factors have the columns that the accounts library writes, under
 * the names of this database. Sessions of before are over: staff sign in once more.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const ROLES = `('researcher', 'recordReader', 'coResearcher', 'clientExpert', 'approver', 'interviewer', 'dataEntry',
  'privacyOfficer', 'viewer')`

const STATEMENTS = [
  `alter table users
    add column email text unique,
    add column email_verified boolean not null default false,
    add column image text,
    add column two_factor_enabled boolean not null default false,
    add column administrator boolean not null default false,
    add column failed_sign_ins integer not null default 0,
    add column locked_until timestamptz,
    add column created_at timestamptz not null default clock_timestamp(),
    add column updated_at timestamptz not null default clock_timestamp()`,
  // Until now everybody of the staff could do everything.
  `update users set administrator = true`,
  `drop table sessions`,
  `create table sessions (
    id uuid primary key,
    user_id uuid not null references users on delete cascade,
    token text not null unique,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    ip_address text,
    user_agent text,
    second_factor boolean not null default false
  )`,
  `create index sessions_of_user on sessions (user_id)`,
  `create table credentials (
    id uuid primary key,
    user_id uuid not null references users on delete cascade,
    account_id text not null,
    provider_id text not null,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (provider_id, account_id)
  )`,
  `create index credentials_of_user on credentials (user_id)`,
  `create table verifications (
    id uuid primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index verifications_by_identifier on verifications (identifier)`,
  `create table two_factors (
    id uuid primary key,
    user_id uuid not null unique references users on delete cascade,
    secret text not null,
    backup_codes text not null,
    verified boolean not null default true,
    failed_verification_count integer not null default 0,
    locked_until timestamptz
  )`,
  `create table organisations (
    id uuid primary key,
    name text not null unique
  )`,
  `insert into organisations (id, name)
    select gen_random_uuid(), name from (select distinct organisation->>'name' as name from studies) names`,
  `alter table studies add column organisation_id uuid references organisations`,
  `update studies set organisation_id = organisations.id from organisations
    where organisations.name = studies.organisation->>'name'`,
  `alter table studies alter column organisation_id set not null`,
  // The organisations that share a study, and which respondents are theirs: the value of one variable.
  `create table study_organisations (
    study_id uuid not null references studies,
    organisation_id uuid not null references organisations,
    variable text,
    value integer,
    primary key (study_id, organisation_id),
    check ((variable is null) = (value is null))
  )`,
  `create table memberships (
    id uuid primary key,
    organisation_id uuid not null references organisations,
    user_id uuid not null references users on delete cascade,
    role text not null check (role in ${ROLES}),
    study_id uuid,
    unique nulls not distinct (organisation_id, user_id, role, study_id)
  )`,
  `create index memberships_of_user on memberships (user_id)`,
  `create table staff_invitations (
    id uuid primary key,
    token_hash text not null unique,
    organisation_id uuid not null references organisations,
    study_id uuid,
    role text not null check (role in ${ROLES}),
    email text not null,
    invited_by uuid references users on delete set null,
    expires_at timestamptz not null,
    accepted_at timestamptz
  )`,
  // Rows are only added. Each holds the hash of the one before.
  `create table audit_log (
    number bigint primary key,
    at timestamptz not null,
    user_id uuid,
    user_name text not null,
    action text not null,
    organisation_id uuid,
    study_id uuid,
    details jsonb not null,
    previous text not null,
    hash text not null
  )`,
  `create index audit_log_of_study on audit_log (study_id, number) where study_id is not null`,
  // The last of them: it shows when rows at the end are gone, and whoever adds one locks it.
  `create table audit_head (
    single boolean primary key default true check (single),
    number bigint not null,
    hash text not null
  )`,
] as const
