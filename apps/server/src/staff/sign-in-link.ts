import { textHash } from '@klankbord/model'
import { createSignInLink, type User } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { randomToken } from '../randomness.ts'

/** How long a link can be used, in hours. */
export const LINK_HOURS = 24

/** Makes a link that signs this user in once. Only the hash of its token is stored. */
export async function signInLink(
  { database, clock, randomness, settings }: ServerContext,
  user: Pick<User, 'id'>,
): Promise<string> {
  const token = randomToken(randomness)
  const expires = new Date(clock.now().getTime() + LINK_HOURS * 60 * 60 * 1000)
  await createSignInLink(database.db, user.id, textHash(token), expires)
  return `${settings.publicUrl()}/studio/sign-in#${token}`
}
