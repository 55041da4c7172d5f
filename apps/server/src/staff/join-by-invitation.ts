import { problem, textHash } from '@klankbord/model'
import {
  acceptStaffInvitation,
  addMembership,
  createUser,
  findStaffInvitation,
  findUserByEmail,
} from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { audit } from './audit.ts'
import { refuseUnfitPassword, type Asking, type WithCookies } from './staff-accounts.ts'

/**
 * Takes up an invitation to join. Whoever has an account under its address shows the password of it; for everybody else an
 * account is made.
 *
 * @throws Problem `signInRefused`, `passwordRefused`, `passwordTooShort`, `passwordTooLong`
 */
export async function joinByInvitation(
  context: ServerContext,
  given: { readonly token: string; readonly name: string; readonly password: string },
  asking: Asking,
): Promise<WithCookies & { readonly secondFactor: 'needed' | 'none' }> {
  const { database, clock, accounts } = context
  const tokenHash = textHash(given.token)
  const invitation = await findStaffInvitation(database.db, tokenHash, clock.now())
  if (invitation === null) throw problem('signInRefused', {})
  const { email } = invitation
  const known = await findUserByEmail(database.db, email)
  refuseUnfitPassword(given.password)
  const before = known === null ? null : await accounts.signIn({ email, password: given.password }, asking)
  if ((await acceptStaffInvitation(database.db, tokenHash, clock.now())) === null) throw problem('signInRefused', {})
  const user = known ?? (await createUser(database.db, { name: given.name, email }))
  if (known === null) await accounts.firstPassword(user.id, given.password)
  await addMembership(database.db, user.id, invitation)
  await audit(context, null, {
    action: 'member.joined',
    organisationId: invitation.organisationId,
    details: { invitation: invitation.id, member: user.id, role: invitation.role },
  })
  return before ?? (await accounts.signIn({ email, password: given.password }, asking))
}
