import { randomUUID } from 'node:crypto'
import { problem, type ContactPurpose } from '@klankbord/model'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { isUuid } from '../is-uuid.ts'
import { idsDigest, type DeletionNotice } from '../retention/deletion.ts'
import { addDeletions } from '../retention/deletions.ts'

/** Which contacts of a study go: all, those of a purpose, or one. */
export interface ErasedContacts {
  readonly purpose?: ContactPurpose
  readonly id?: string
}

/**
 * Deletes contacts of a study, and with the last one the key that they were sealed with. What is to be written down about
 * it is kept with them until `deliverErasures` has done so.
 *
 * @param db the database of the contacts
 * @returns what was deleted; null when there was nothing, not even a key
 * @throws Problem `unknownContact` for an id that is none
 */
export async function eraseContacts(
  db: Kysely<Schema>,
  studyId: string,
  which: ErasedContacts,
  said: Pick<DeletionNotice, 'why' | 'by' | 'on'>,
): Promise<DeletionNotice | null> {
  if (which.id !== undefined && !isUuid(which.id)) throw problem('unknownContact', { contact: which.id })
  return db.transaction().execute(async (trx) => {
    // Held, so that nobody adds a contact under a key that goes.
    const key = await trx
      .selectFrom('contact.study_keys')
      .select('fingerprint')
      .where('study_id', '=', studyId)
      .forUpdate()
      .executeTakeFirst()
    const ids = key ? await deletedIds(trx, studyId, which) : []
    if (which.id !== undefined && ids.length === 0) throw problem('unknownContact', { contact: which.id })
    const destroyed = key !== undefined && (await keyDestroyed(trx, studyId))
    if (!key || (ids.length === 0 && !destroyed)) return null
    const notice: DeletionNotice = {
      id: randomUUID(),
      what: 'contacts',
      subject: null,
      rows: ids.length,
      ...said,
      digest: idsDigest(ids),
      keyFingerprint: destroyed ? key.fingerprint : null,
    }
    await trx
      .insertInto('contact.erasures')
      .values({ study_id: studyId, id: notice.id, notice: JSON.stringify(notice) })
      .execute()
    return notice
  })
}

/**
 * Writes down the deletions of contacts that are not written down yet. Done again, also after it was cut off, it writes
 * nothing twice. One that cannot be written down (its study is not there) keeps none of the others back.
 *
 * @param contacts the database of the contacts
 * @param db the database of the studies
 * @throws why the first of those could not be, after all others were
 */
export async function deliverErasures(contacts: Kysely<Schema>, db: Kysely<Schema>): Promise<void> {
  const waiting = await contacts.selectFrom('contact.erasures').selectAll().orderBy('study_id').orderBy('id').execute()
  const failures: unknown[] = []
  for (const { study_id: studyId, id, notice } of waiting) {
    try {
      await db.transaction().execute((trx) => addDeletions(trx, studyId, [notice]))
      await contacts.deleteFrom('contact.erasures').where('study_id', '=', studyId).where('id', '=', id).execute()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}

async function deletedIds(trx: Kysely<Schema>, studyId: string, which: ErasedContacts): Promise<readonly string[]> {
  const { purpose, id } = which
  const rows = await trx
    .deleteFrom('contact.people')
    .where('study_id', '=', studyId)
    .$if(purpose !== undefined, (query) => query.where('purpose', '=', purpose ?? 'invitation'))
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .returning('id')
    .execute()
  // Who asked for another form stands there by name as well, and on no list: such requests go when everything goes.
  const requests = purpose === undefined && id === undefined ? await deletedRequests(trx, studyId) : []
  return [...rows.map((row) => row.id), ...requests]
}

async function deletedRequests(trx: Kysely<Schema>, studyId: string): Promise<readonly string[]> {
  const gone = trx.deleteFrom('contact.form_requests').where('study_id', '=', studyId).returning('id')
  return (await gone.execute()).map((row) => row.id)
}

/** Nobody is left: then the key goes, and what lies of these contacts in old files opens no more. */
async function keyDestroyed(trx: Kysely<Schema>, studyId: string): Promise<boolean> {
  const left = await trx
    .selectFrom('contact.people')
    .select('id')
    .where('study_id', '=', studyId)
    .limit(1)
    .executeTakeFirst()
  const asked = trx.selectFrom('contact.form_requests').select('id').where('study_id', '=', studyId).limit(1)
  if (left || (await asked.executeTakeFirst())) return false
  await trx.deleteFrom('contact.study_keys').where('study_id', '=', studyId).execute()
  return true
}
