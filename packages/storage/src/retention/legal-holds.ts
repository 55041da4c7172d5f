import { randomUUID } from 'node:crypto'
import { problem, type LegalHold } from '@klankbord/model'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { isUuid } from '../is-uuid.ts'
import { lockDeletions } from './deletions.ts'

/** A hold and, once somebody released it, by whom and when. */
export interface PastHold extends LegalHold {
  readonly released: { readonly by: string; readonly on: string } | null
}

/** Holds a study: nothing of it is deleted until it is released. @throws Problem `alreadyHeld` */
export async function holdStudy(db: Kysely<Schema>, studyId: string, hold: LegalHold): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // A deletion that is under way ends first; one that comes after finds the hold.
    await lockDeletions(trx, studyId)
    const held = await findHold(trx, studyId)
    if (held) throw problem('alreadyHeld', { study: studyId, on: held.on })
    await trx
      .insertInto('legal_holds')
      .values({ study_id: studyId, id: randomUUID(), reason: hold.reason, held_by: hold.by, held_on: hold.on })
      .execute()
  })
}

/** Ends the hold of a study; that it was there is kept. @throws Problem `notHeld` */
export async function releaseStudy(
  db: Kysely<Schema>,
  studyId: string,
  released: { readonly by: string; readonly on: string },
): Promise<void> {
  const row = await db
    .updateTable('legal_holds')
    .set({ released_by: released.by, released_on: released.on })
    .where('study_id', '=', studyId)
    .where('released_on', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw problem('notHeld', { study: studyId })
}

/** What holds a study now; null when nothing does. */
export async function findHold(db: Kysely<Schema>, studyId: string): Promise<LegalHold | null> {
  const held = (await listHolds(db, studyId)).find(({ released }) => released === null)
  return held ? { reason: held.reason, by: held.by, on: held.on } : null
}

/** Every hold that a study has or had, in the order of their days. */
export async function listHolds(db: Kysely<Schema>, studyId: string): Promise<readonly PastHold[]> {
  if (!isUuid(studyId)) return []
  const rows = await db
    .selectFrom('legal_holds')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('held_on')
    .orderBy('released_on')
    .execute()
  return rows.map((row) => ({
    reason: row.reason,
    by: row.held_by,
    on: row.held_on,
    released:
      row.released_by === null || row.released_on === null ? null : { by: row.released_by, on: row.released_on },
  }))
}

/**
 * Deletes something of a study that nothing holds. Of several that do so at once one works and the others wait, and
 * nobody can hold the study in between.
 *
 * @throws Problem `studyHeld`
 */
export async function deletingFrom<T>(
  db: Kysely<Schema>,
  studyId: string,
  work: (trx: Kysely<Schema>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await lockDeletions(trx, studyId)
    const held = await findHold(trx, studyId)
    if (held) throw problem('studyHeld', { study: studyId, on: held.on })
    return work(trx)
  })
}
