import { createUser, listUsers, type User } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { say } from './say.ts'

/** The user that whoever starts the server signs in as; made at the first start. */
export async function keeper({ database }: ServerContext): Promise<User> {
  const name = say('keeper')
  const users = await listUsers(database.db)
  return users.find((user) => user.name === name) ?? createUser(database.db, { name, administrator: true })
}
