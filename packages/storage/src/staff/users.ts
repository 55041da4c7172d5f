import { randomUUID } from 'node:crypto'
import { problem } from '@klankbord/model'
import type { Kysely, Selectable } from 'kysely'
import { breaks } from '../database-problem.ts'
import { isUuid } from '../is-uuid.ts'
import type { Schema } from '../schema.ts'

/** Somebody of the staff. */
export interface User {
  readonly id: string
  readonly name: string
  /** Null until there is one: whoever was let in by a link need not have said it yet. */
  readonly email: string | null
  /** Of the installation: accounts, organisations and who may do what. */
  readonly administrator: boolean
  readonly twoFactorEnabled: boolean
}

/**
 * Makes a user. Names need not differ, addresses do. Who makes one vouches for the address.
 *
 * @throws Problem `emailTaken`
 */
export async function createUser(
  db: Kysely<Schema>,
  user: { readonly name: string; readonly email?: string; readonly administrator?: boolean },
): Promise<User> {
  const email = user.email?.toLowerCase() ?? null
  try {
    const row = await db
      .insertInto('users')
      .values({
        id: randomUUID(),
        name: user.name,
        email,
        email_verified: email !== null,
        administrator: user.administrator ?? false,
      })
      .returning(COLUMNS)
      .executeTakeFirstOrThrow()
    return userOf(row)
  } catch (error) {
    if (breaks(error, 'users_email_key')) throw problem('emailTaken', {}, { cause: error })
    throw error
  }
}

/** All users, in the order of their names. */
export async function listUsers(db: Kysely<Schema>): Promise<readonly User[]> {
  const rows = await db.selectFrom('users').select(COLUMNS).orderBy('name').orderBy('id').execute()
  return rows.map(userOf)
}

/** The user with this id, or null. */
export async function findUser(db: Kysely<Schema>, id: string): Promise<User | null> {
  if (!isUuid(id)) return null
  const row = await db.selectFrom('users').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row ? userOf(row) : null
}

/** The user with this e-mail address, in any case of its letters, or null. */
export async function findUserByEmail(db: Kysely<Schema>, email: string): Promise<User | null> {
  const row = await db.selectFrom('users').select(COLUMNS).where('email', '=', email.toLowerCase()).executeTakeFirst()
  return row ? userOf(row) : null
}

/** Gives a user an address to sign in with, or another name. @throws Problem `emailTaken` */
export async function renameUser(
  db: Kysely<Schema>,
  id: string,
  change: { readonly name?: string; readonly email?: string },
): Promise<void> {
  const email = change.email?.toLowerCase()
  try {
    await db
      .updateTable('users')
      .set({
        ...(change.name === undefined ? {} : { name: change.name }),
        ...(email === undefined ? {} : { email, email_verified: false }),
      })
      .where('id', '=', id)
      .execute()
  } catch (error) {
    if (breaks(error, 'users_email_key')) throw problem('emailTaken', {}, { cause: error })
    throw error
  }
}

/** What a credential is of that is a password of ours, as the library of accounts names it. */
export const PASSWORD = 'credential'

/** Whether somebody can sign in with a password. */
export async function hasPassword(db: Kysely<Schema>, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('credentials')
    .select('id')
    .where('user_id', '=', id)
    .where('provider_id', '=', PASSWORD)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Takes password and second factor off an account and ends its sessions, for whoever lost one of them. Afterwards only a
 * one-time link, or an identity provider, leads into it.
 */
export async function resetAccess(db: Kysely<Schema>, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('two_factors').where('user_id', '=', id).execute()
    await trx.deleteFrom('credentials').where('user_id', '=', id).where('provider_id', '=', PASSWORD).execute()
    await trx.deleteFrom('sessions').where('user_id', '=', id).execute()
    await trx
      .updateTable('users')
      .set({ two_factor_enabled: false, failed_sign_ins: 0, locked_until: null })
      .where('id', '=', id)
      .execute()
  })
}

const COLUMNS = ['id', 'name', 'email', 'administrator', 'two_factor_enabled'] as const

function userOf(row: Pick<Selectable<Schema['users']>, (typeof COLUMNS)[number]>): User {
  const { id, name, email, administrator } = row
  return { id, name, email, administrator, twoFactorEnabled: row.two_factor_enabled }
}
