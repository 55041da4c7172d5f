import { problem, textHash } from '@klankbord/model'
import { acceptStaffInvitation, findStaffInvitation, findUserByEmail } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { audit } from './audit.ts'
import type { Asking, WithCookies } from './staff-accounts.ts'

/**
 * Takes up an invitation to join. Whoever has an account under its address shows the password of it; for everybody else an
 * account is made. The invitation can be taken up once more when anything fails before they joined; what fails after that, of
 * the audit log or of signing in to a new account, leaves them a member, who signs in as always.
 *
 * @throws Problem `signInRefused`, `passwordRefused`, `passwordTooShort`, `passwordTooLong`, `emailTaken`
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
  const before = known === null ? null : await accounts.signIn({ email, password: given.password }, asking)
  const account = known ?? { name: given.name, passwordHash: await accounts.passwordHash(given.password) }
  const user = await acceptStaffInvitation(database.db, tokenHash, clock.now(), account)
  if (user === null) throw problem('signInRefused', {})
  await audit(context, null, {
    action: 'member.joined',
    organisationId: invitation.organisationId,
    details: { invitation: invitation.id, member: user.id, role: invitation.role },
  })
  return before ?? (await accounts.signIn({ email, password: given.password }, asking))
}
