import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** The fingerprint of the key that codes and contacts here are stored under, or null before one was used. */
export async function knownKey(db: Kysely<Schema>): Promise<string | null> {
  const row = await db.selectFrom('installation_key').select('fingerprint').executeTakeFirst()
  return row?.fingerprint ?? null
}

/**
 * Remembers the first key that is used here.
 *
 * @returns whether this is the key that was remembered
 */
export async function rememberKey(db: Kysely<Schema>, fingerprint: string): Promise<boolean> {
  const known = await knownKey(db)
  if (known !== null) return known === fingerprint
  await db
    .insertInto('installation_key')
    .values({ fingerprint })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await knownKey(db)) === fingerprint
}

/** Remembers another key from now on, because the one of before is lost: what was stored under that stays closed. */
export async function replaceKey(db: Kysely<Schema>, fingerprint: string): Promise<void> {
  await db.updateTable('installation_key').set({ fingerprint }).execute()
}
