import { findUser } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { Asking } from '../staff/staff-accounts.ts'
import { rightsOf } from '../staff/rights.ts'
import type { StaffSession } from './route.ts'

/** The session of staff that signed in and did not expire, with what they may do now, or null. */
export async function staffSession(context: ServerContext, asking: Asking): Promise<StaffSession | null> {
  if (asking.cookie === undefined) return null
  const session = await context.accounts.session(asking)
  const user = session === null ? null : await findUser(context.database.db, session.userId)
  if (session === null || user === null) return null
  const rights = await rightsOf(context, user.id, user.administrator)
  return { user, rights, secondFactor: session.secondFactor }
}
