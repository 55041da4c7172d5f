import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Schema } from '../schema.ts'

/** Whether the account with this address is locked for now. */
export async function isLockedOut(db: Kysely<Schema>, email: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('users')
    .select('id')
    .where('email', '=', email.toLowerCase())
    .where('locked_until', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Counts a sign-in that failed; so many in a row lock the account until then. An unknown address counts nothing.
 *
 * @returns whose account it was and whether this locked it, or null when nobody has the address
 */
export async function countFailedSignIn(
  db: Kysely<Schema>,
  email: string,
  { tries, until }: { readonly tries: number; readonly until: Date },
): Promise<{ readonly userId: string; readonly locked: boolean } | null> {
  const row = await db
    .updateTable('users')
    .set((eb) => ({
      failed_sign_ins: sql<number>`case when failed_sign_ins + 1 >= ${tries} then 0 else failed_sign_ins + 1 end`,
      locked_until: eb
        .case()
        .when('failed_sign_ins', '>=', tries - 1)
        .then(until)
        .else(eb.ref('locked_until'))
        .end(),
    }))
    .where('email', '=', email.toLowerCase())
    .returning(['id', 'failed_sign_ins'])
    .executeTakeFirst()
  return row ? { userId: row.id, locked: row.failed_sign_ins === 0 } : null
}

/** Begins to count anew, after a sign-in that succeeded. */
export async function clearFailedSignIns(db: Kysely<Schema>, email: string): Promise<void> {
  await db
    .updateTable('users')
    .set({ failed_sign_ins: 0, locked_until: null })
    .where('email', '=', email.toLowerCase())
    .where('failed_sign_ins', '>', 0)
    .execute()
}

/** Whose password was right in a sign-in that waits for a second factor, by the name it is remembered under; null: nobody's. */
export async function pendingSignIn(db: Kysely<Schema>, identifier: string): Promise<string | null> {
  const row = await db
    .selectFrom('verifications')
    .select('value')
    .where('identifier', '=', identifier)
    .executeTakeFirst()
  return row?.value ?? null
}

/** Remembers that whoever has this session showed a second factor. */
export async function markSecondFactor(db: Kysely<Schema>, sessionId: string): Promise<void> {
  await db.updateTable('sessions').set({ second_factor: true }).where('id', '=', sessionId).execute()
}
