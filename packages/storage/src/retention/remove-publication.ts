import { randomUUID } from 'node:crypto'
import type { PublicationTombstone } from '@klankbord/model'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { listPublications, type PublicationSummary } from '../publications.ts'
import type { DeletionNotice } from './deletion.ts'

/**
 * Withdraws a publication and deletes what it says. Its address and its hash stay, so that whoever comes back to it reads
 * what became of it, and any copy can be recognised.
 *
 * @param trx a transaction of `deletingFrom`; write the notice down in it
 * @returns null when that was done before
 */
export async function removePublication(
  trx: Kysely<Schema>,
  studyId: string,
  tombstone: PublicationTombstone,
  said: Pick<DeletionNotice, 'why' | 'by' | 'on'>,
): Promise<DeletionNotice | null> {
  const openedOn = sql`to_char(embargo_until at time zone 'Europe/Amsterdam', 'YYYY-MM-DD')`
  const row = await trx
    .updateTable('publications')
    .set({
      state: 'withdrawn',
      content: '',
      correction: null,
      tombstone: JSON.stringify(tombstone),
      // One that opened by its moment was open, though nobody wrote it down.
      public_since: sql`coalesce(public_since, case when state = 'embargoed' and ${openedOn} <= ${tombstone.removedOn}
        then ${openedOn} end)`,
    })
    .where('study_id', '=', studyId)
    .where('id', '=', tombstone.id)
    .where('tombstone', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) return null
  const { id: subject, hash: digest } = tombstone
  return { id: randomUUID(), what: 'publication', subject, rows: 1, ...said, digest, keyFingerprint: null }
}

/** The publications of a study whose term is not over yet, whatever their state. */
export async function listStandingPublications(
  db: Kysely<Schema>,
  studyId: string,
): Promise<readonly PublicationSummary[]> {
  const removed = await db
    .selectFrom('publications')
    .select('id')
    .where('study_id', '=', studyId)
    .where('tombstone', 'is not', null)
    .execute()
  const gone = new Set(removed.map(({ id }) => id))
  return (await listPublications(db, studyId)).filter(({ id }) => !gone.has(id))
}
