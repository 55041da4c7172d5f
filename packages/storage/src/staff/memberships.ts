import { randomUUID } from 'node:crypto'
import type { Membership, Role } from '@klankbord/model'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** A membership, with whose it is. */
export interface HeldMembership extends Membership {
  readonly id: string
  readonly userId: string
}

/** Everything that somebody is, in any organisation. */
export async function membershipsOf(db: Kysely<Schema>, userId: string): Promise<readonly HeldMembership[]> {
  const rows = await db.selectFrom('memberships').selectAll().where('user_id', '=', userId).orderBy('id').execute()
  return rows.map(membershipOf)
}

/** Who works for an organisation, and as what. */
export async function membersOf(db: Kysely<Schema>, organisationId: string): Promise<readonly HeldMembership[]> {
  const rows = await db
    .selectFrom('memberships')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('user_id')
    .orderBy('role')
    .orderBy('id')
    .execute()
  return rows.map(membershipOf)
}

/** Lets somebody be this; being it already changes nothing. */
export async function addMembership(
  db: Kysely<Schema>,
  userId: string,
  { organisationId, role, studyId, programmeId = null }: Membership,
): Promise<void> {
  await db
    .insertInto('memberships')
    .values({
      id: randomUUID(),
      organisation_id: organisationId,
      user_id: userId,
      role,
      study_id: studyId,
      programme_id: programmeId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Ends a membership of an organisation. @returns whose it was, or null when there is none */
export async function removeMembership(
  db: Kysely<Schema>,
  organisationId: string,
  id: string,
): Promise<HeldMembership | null> {
  const row = await db
    .deleteFrom('memberships')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  return row ? membershipOf(row) : null
}

function membershipOf(row: {
  readonly id: string
  readonly organisation_id: string
  readonly user_id: string
  readonly role: Role
  readonly study_id: string | null
  readonly programme_id: string | null
}): HeldMembership {
  const { id, role } = row
  return {
    id,
    role,
    organisationId: row.organisation_id,
    userId: row.user_id,
    studyId: row.study_id,
    programmeId: row.programme_id,
  }
}
