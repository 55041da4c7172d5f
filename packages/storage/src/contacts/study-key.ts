import { problem } from '@klankbord/model'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { keyFingerprint, newKey, seal, unseal, type Bond, type RandomBytes } from './contact-cipher.ts'

/** Where contacts are, and what opens them. */
export interface ContactStore {
  /** The database that has the schema `contact`; it may be another one than that of the answers. */
  readonly db: Kysely<Schema>
  /** The installation's key for contacts, 32 bytes. */
  readonly key: Uint8Array
  readonly random: RandomBytes
}

/**
 * The key of a study's contacts, made at the first use. Held until the end of the transaction: nobody destroys it
 * meanwhile.
 *
 * @throws Problem `contactKeyWrong`
 */
export async function keptStudyKey(trx: Kysely<Schema>, store: ContactStore, studyId: string): Promise<Uint8Array> {
  for (;;) {
    const key = newKey(store.random)
    await trx
      .insertInto('contact.study_keys')
      .values({
        study_id: studyId,
        wrapped: seal(key, store.key, bondOf(studyId), store.random),
        fingerprint: keyFingerprint(key),
      })
      .onConflict((conflict) => conflict.column('study_id').doNothing())
      .execute()
    const row = await trx
      .selectFrom('contact.study_keys')
      .select('wrapped')
      .where('study_id', '=', studyId)
      .forUpdate()
      .executeTakeFirst()
    // Somebody destroyed it between the two statements: then there is room for a new one.
    if (row) return unwrapped(row.wrapped, store.key, studyId)
  }
}

/** The key of a study's contacts; null when there are none. @throws Problem `contactKeyWrong` */
export async function findStudyKey(
  trx: Kysely<Schema>,
  { key }: Pick<ContactStore, 'key'>,
  studyId: string,
): Promise<Uint8Array | null> {
  const row = await trx
    .selectFrom('contact.study_keys')
    .select('wrapped')
    .where('study_id', '=', studyId)
    .executeTakeFirst()
  return row ? unwrapped(row.wrapped, key, studyId) : null
}

function unwrapped(wrapped: Uint8Array, key: Uint8Array, studyId: string): Uint8Array {
  const opened = unseal(wrapped, key, bondOf(studyId))
  if (opened === null) throw problem('contactKeyWrong', { study: studyId })
  return opened
}

const bondOf = (studyId: string): Bond => ['klankbord-contact-key/1', studyId]
