import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'
import type { User } from './users.ts'

/**
 * Stores a link that signs a user in once. Only the hash of its token is known here, so nobody can sign in
 * with what the database holds.
 */
export async function createSignInLink(
  db: Kysely<Schema>,
  userId: string,
  tokenHash: string,
  expires: Date,
): Promise<void> {
  await db.insertInto('sign_in_links').values({ token_hash: tokenHash, user_id: userId, expires }).execute()
}

/** Uses up a link. @returns its user, or null when the link is unknown, used or expired; of two at once one wins */
export async function redeemSignInLink(db: Kysely<Schema>, tokenHash: string, now: Date): Promise<User | null> {
  const user = await db
    .updateTable('sign_in_links')
    .from('users')
    .set({ used: true })
    .whereRef('users.id', '=', 'sign_in_links.user_id')
    .where('token_hash', '=', tokenHash)
    .where('used', '=', false)
    .where('expires', '>', now)
    .returning(['users.id', 'users.name'])
    .executeTakeFirst()
  return user ?? null
}

/** Begins a session, known by the hash of the token in the cookie. */
export async function createSession(
  db: Kysely<Schema>,
  userId: string,
  tokenHash: string,
  expires: Date,
): Promise<void> {
  await db.insertInto('sessions').values({ token_hash: tokenHash, user_id: userId, expires }).execute()
}

/** Whose session this is, or null when it is unknown, ended or expired. */
export async function findSession(db: Kysely<Schema>, tokenHash: string, now: Date): Promise<User | null> {
  const user = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .select(['users.id', 'users.name'])
    .where('token_hash', '=', tokenHash)
    .where('expires', '>', now)
    .executeTakeFirst()
  return user ?? null
}

/** Ends a session; one that is not there has ended already. */
export async function endSession(db: Kysely<Schema>, tokenHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
}

/** Forgets sessions and links that are over. */
export async function deleteExpiredSessions(db: Kysely<Schema>, now: Date): Promise<void> {
  await db.deleteFrom('sessions').where('expires', '<=', now).execute()
  await db.deleteFrom('sign_in_links').where('expires', '<=', now).execute()
}
