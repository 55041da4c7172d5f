import { problem } from '@klankbord/model'
import { listUsers, type User } from '@klankbord/storage'
import type { ServerContext } from '../../context.ts'

/** The user with this e-mail address or, when only one has it, this name. @throws Problem `unknownUser`, `sameName` */
export async function userNamed({ database }: ServerContext, given: string): Promise<User> {
  const users = await listUsers(database.db)
  const email = given.trim().toLowerCase()
  const found = users.filter((user) => user.email === email || user.name === given)
  const [user, other] = found
  if (user === undefined)
    throw problem('unknownUser', { name: given, known: [...new Set(users.map((one) => one.name))] })
  if (other !== undefined) throw problem('sameName', { name: given, people: found.length })
  return user
}
