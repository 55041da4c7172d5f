import { problem, textHash, type Role } from '@klankbord/model'
import { findStaffInvitation, findUser, listOrganisations } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'

/** What somebody is told who was asked to join, before they give a name or a password. */
export interface InvitationToJoin {
  readonly organisation: string
  /** Null for a command on the machine of the server, and when the account of who invited is gone. */
  readonly inviter: string | null
  readonly role: Role
}

/** The invitation that a link leads to; it stays open. @throws Problem `signInRefused` */
export async function invitationToJoin(
  { database, clock }: Pick<ServerContext, 'database' | 'clock'>,
  token: string,
): Promise<InvitationToJoin> {
  const { db } = database
  const invitation = await findStaffInvitation(db, textHash(token), clock.now())
  const organisations = await listOrganisations(db)
  const organisation = organisations.find(({ id }) => id === invitation?.organisationId)
  if (invitation === null || organisation === undefined) throw problem('signInRefused', {})
  const inviter = invitation.invitedBy === null ? null : await findUser(db, invitation.invitedBy)
  return { organisation: organisation.name, inviter: inviter?.name ?? null, role: invitation.role }
}
