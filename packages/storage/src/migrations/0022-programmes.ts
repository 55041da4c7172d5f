import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** Studies that belong together, like the rounds of each year, so that somebody can work on all of them and nothing else. */
export async function up(db: Kysely<Schema>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table programmes (
    id uuid primary key,
    organisation_id uuid not null references organisations,
    name text not null,
    unique (organisation_id, name)
  )`,
  `alter table studies add column programme_id uuid references programmes`,
  `alter table memberships
    add column programme_id uuid references programmes,
    add check (study_id is null or programme_id is null),
    drop constraint memberships_organisation_id_user_id_role_study_id_key,
    add unique nulls not distinct (organisation_id, user_id, role, study_id, programme_id)`,
  `alter table staff_invitations
    add column programme_id uuid references programmes,
    add check (study_id is null or programme_id is null)`,
] as const
