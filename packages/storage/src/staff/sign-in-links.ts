import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

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

/** Uses up a link. @returns the id of its user, or null when it is unknown, used or expired; of two at once one wins */
export async function redeemSignInLink(db: Kysely<Schema>, tokenHash: string, now: Date): Promise<string | null> {
  const link = await db
    .updateTable('sign_in_links')
    .set({ used: true })
    .where('token_hash', '=', tokenHash)
    .where('used', '=', false)
    .where('expires', '>', now)
    .returning('user_id')
    .executeTakeFirst()
  return link?.user_id ?? null
}

/** Forgets sessions, verifications, invitations and links that are over. */
export async function deleteExpiredSessions(db: Kysely<Schema>, now: Date): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<=', now).execute()
  await db.deleteFrom('verifications').where('expires_at', '<=', now).execute()
  await db.deleteFrom('sign_in_links').where('expires', '<=', now).execute()
  await db.deleteFrom('staff_invitations').where('expires_at', '<=', now).execute()
}
