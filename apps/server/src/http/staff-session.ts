import { textHash } from '@klankbord/model'
import { findSession } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from './route.ts'

const COOKIE = 'klankbord_session'

/** How long staff stay signed in. */
export const SESSION_SECONDS: number = 12 * 60 * 60

/** The session token that a Cookie header carries, or null. */
export function sessionToken(cookieHeader: string | undefined): string | null {
  const pair = (cookieHeader ?? '').split(';').map((part) => part.trim().split('='))
  const token = pair.find(([name]) => name === COOKIE)?.[1]
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : null
}

/** The session of staff that signed in and did not expire, or null. Only the hash of the token is looked up. */
export async function staffSession(
  context: ServerContext,
  cookieHeader: string | undefined,
): Promise<StaffSession | null> {
  const token = sessionToken(cookieHeader)
  if (token === null) return null
  const user = await findSession(context.database.db, textHash(token), context.clock.now())
  return user === null ? null : { user }
}

/** The Set-Cookie header that starts a session: out of reach of scripts and of other sites. */
export function sessionCookie(token: string, publicUrl: string): string {
  return cookie(`${COOKIE}=${token}`, SESSION_SECONDS, publicUrl)
}

/** The Set-Cookie header that ends a session. */
export function endedSessionCookie(publicUrl: string): string {
  return cookie(`${COOKIE}=`, 0, publicUrl)
}

function cookie(pair: string, seconds: number, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  return `${pair}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`
}
