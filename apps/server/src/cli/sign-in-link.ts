import { textHash } from '@klankbord/model'
import { createSignInLink, createUser, listUsers, type User } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { randomToken } from '../randomness.ts'
import { say } from './say.ts'

/** How long a link can be used, in hours. */
export const LINK_HOURS = 24

/** Makes a link that signs this user in once. Only the hash of its token is stored. */
export async function signInLink(
  { database, clock, randomness, settings }: ServerContext,
  user: User,
): Promise<string> {
  const token = randomToken(randomness)
  const expires = new Date(clock.now().getTime() + LINK_HOURS * 60 * 60 * 1000)
  await createSignInLink(database.db, user.id, textHash(token), expires)
  return `${settings.publicUrl()}/studio/sign-in#${token}`
}

/** The user that whoever starts the server signs in as; made at the first start. */
export async function keeper({ database }: ServerContext): Promise<User> {
  const name = say('keeper')
  const users = await listUsers(database.db)
  return users.find((user) => user.name === name) ?? createUser(database.db, { name, administrator: true })
}
