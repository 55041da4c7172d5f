import { randomUUID } from 'node:crypto'
import type { Membership } from '@klankbord/model'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { addMembership } from './memberships.ts'
import { createUser, PASSWORD, type User } from './users.ts'

/** Somebody who was asked to join, by mail. */
export interface StaffInvitation extends Membership {
  readonly id: string
  readonly email: string
  /** Null: a command on the machine of the server. */
  readonly invitedBy: string | null
  readonly expiresAt: Date
}

/** Remembers an invitation by the hash of its token. */
export async function createStaffInvitation(
  db: Kysely<Schema>,
  invitation: Omit<StaffInvitation, 'id'> & { readonly tokenHash: string },
): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('staff_invitations')
    .values({
      id,
      token_hash: invitation.tokenHash,
      organisation_id: invitation.organisationId,
      study_id: invitation.studyId,
      programme_id: invitation.programmeId ?? null,
      role: invitation.role,
      email: invitation.email.toLowerCase(),
      invited_by: invitation.invitedBy,
      expires_at: invitation.expiresAt,
    })
    .execute()
  return id
}

/** An invitation that can be taken up, or null when it is unknown, taken up or over. */
export async function findStaffInvitation(
  db: Kysely<Schema>,
  tokenHash: string,
  now: Date,
): Promise<StaffInvitation | null> {
  const row = await db
    .selectFrom('staff_invitations')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? invitationOf(row) : null
}

/**
 * Takes up an invitation once: with it the account, where one is to be made, and what they are from now on; all or nothing.
 *
 * @param account whose it is, or the name and the hash of the password of one that is made under the address of the invitation
 * @returns who joined, or null when the invitation is unknown, taken up or over
 * @throws Problem `emailTaken` when somebody else made that account meanwhile
 */
export async function acceptStaffInvitation(
  db: Kysely<Schema>,
  tokenHash: string,
  now: Date,
  account: User | { readonly name: string; readonly passwordHash: string },
): Promise<User | null> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('staff_invitations')
      .set({ accepted_at: now })
      .where('token_hash', '=', tokenHash)
      .where('accepted_at', 'is', null)
      .where('expires_at', '>', now)
      .returningAll()
      .executeTakeFirst()
    if (row === undefined) return null
    const invitation = invitationOf(row)
    const user = 'id' in account ? account : await accountOf(trx, invitation, account, now)
    await addMembership(trx, user.id, invitation)
    return user
  })
}

async function accountOf(
  trx: Kysely<Schema>,
  { email }: StaffInvitation,
  { name, passwordHash }: { readonly name: string; readonly passwordHash: string },
  now: Date,
): Promise<User> {
  const user = await createUser(trx, { name, email })
  await trx
    .insertInto('credentials')
    .values({
      id: randomUUID(),
      user_id: user.id,
      account_id: user.id,
      provider_id: PASSWORD,
      password: passwordHash,
      created_at: now,
      updated_at: now,
    })
    .execute()
  return user
}

/** Invitations of an organisation that nobody took up yet and that are not over. */
export async function openStaffInvitations(
  db: Kysely<Schema>,
  organisationId: string,
  now: Date,
): Promise<readonly StaffInvitation[]> {
  const rows = await db
    .selectFrom('staff_invitations')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('email')
    .execute()
  return rows.map(invitationOf)
}

/** Takes an invitation back. @returns whether it was still open */
export async function withdrawStaffInvitation(
  db: Kysely<Schema>,
  organisationId: string,
  id: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('staff_invitations')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

function invitationOf(row: {
  readonly id: string
  readonly organisation_id: string
  readonly study_id: string | null
  readonly programme_id: string | null
  readonly role: Membership['role']
  readonly email: string
  readonly invited_by: string | null
  readonly expires_at: Date
}): StaffInvitation {
  const { id, role, email } = row
  return {
    id,
    role,
    email,
    organisationId: row.organisation_id,
    studyId: row.study_id,
    programmeId: row.programme_id,
    invitedBy: row.invited_by,
    expiresAt: row.expires_at,
  }
}
