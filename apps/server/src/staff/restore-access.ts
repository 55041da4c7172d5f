import { resetAccess, type User } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { audit } from './audit.ts'
import { signInLink } from './sign-in-link.ts'

/**
 * Lets somebody in again who lost their password or their second factor: takes both off and gives a link that works once.
 *
 * @param by null for a command on the machine of the server
 */
export async function restoreAccess(
  context: ServerContext,
  user: Pick<User, 'id'>,
  by: StaffSession | null,
): Promise<string> {
  await audit(context, by, { action: 'access.restored', details: { member: user.id } })
  await resetAccess(context.database.db, user.id)
  return signInLink(context, user)
}
