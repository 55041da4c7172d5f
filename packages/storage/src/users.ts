import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** Somebody of the staff. */
export interface User {
  readonly id: string
  readonly name: string
}

/** Makes a user. Names need not differ. */
export async function createUser(db: Kysely<Schema>, user: { readonly name: string }): Promise<User> {
  return db.insertInto('users').values({ id: randomUUID(), name: user.name }).returningAll().executeTakeFirstOrThrow()
}

/** All users, in the order of their names. */
export async function listUsers(db: Kysely<Schema>): Promise<readonly User[]> {
  return db.selectFrom('users').selectAll().orderBy('name').orderBy('id').execute()
}
