import { problem } from '@klankbord/model'
import { listUsers, type User } from '@klankbord/storage'
import type { ServerContext } from '../../context.ts'

/**
 * The user with this e-mail address or id or, when only one has it, this name.
 *
 * @throws Problem `unknownUser`, `usersOfOneName`
 */
export async function userNamed({ database }: ServerContext, given: string): Promise<User> {
  const users = await listUsers(database.db)
  const email = given.trim().toLowerCase()
  const found = users.filter((user) => user.email === email || user.name === given || user.id === given)
  const [user, other] = found
  if (user === undefined)
    throw problem('unknownUser', { name: given, known: [...new Set(users.map((one) => one.name))] })
  if (other !== undefined) throw problem('usersOfOneName', { name: given, ids: found.map(({ id }) => id) })
  return user
}
