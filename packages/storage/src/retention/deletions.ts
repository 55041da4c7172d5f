import type { Kysely, Selectable } from 'kysely'
import type { Schema } from '../schema.ts'
import { isUuid } from '../is-uuid.ts'
import { rememberClearing } from '../sealing/clearings.ts'
import { ANSWER_TABLES } from './delete-answers.ts'
import {
  checkDeletions,
  deletionHash,
  type BrokenChain,
  type DeletedKind,
  type Deletion,
  type DeletionNotice,
} from './deletion.ts'

/** The deletions of a study and whether their chain holds. */
export interface DeletionProof {
  readonly deletions: readonly Deletion[]
  /** Null when it does. */
  readonly broken: BrokenChain | null
}

/** Reads the deletions of a study in their order and holds them against each other. */
export async function deletionProof(db: Kysely<Schema>, studyId: string): Promise<DeletionProof> {
  if (!isUuid(studyId)) return { deletions: [], broken: null }
  const trx = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  try {
    const rows = await trx
      .selectFrom('deletions')
      .selectAll()
      .where('study_id', '=', studyId)
      .orderBy('number')
      .execute()
    const head = await trx.selectFrom('deletion_heads').selectAll().where('study_id', '=', studyId).executeTakeFirst()
    const deletions = rows.map(deletionOf)
    return { deletions, broken: checkDeletions(studyId, deletions, head ?? null) }
  } finally {
    await trx.rollback().execute()
  }
}

/** The day on which answers of a wave were last deleted because their term was over; null when none were. */
export async function answersDeletedOn(db: Kysely<Schema>, studyId: string, waveId: string): Promise<string | null> {
  const row = await db
    .selectFrom('deletions')
    .select('deleted_on')
    .where('study_id', '=', studyId)
    .where('what', '=', 'answers')
    .where('subject', '=', waveId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.deleted_on ?? null
}

/**
 * Adds deletions to the chain of a study. Call it in the transaction that deletes, or, where that is on another server,
 * as often as needed: one that is there already changes nothing. What it deleted is to be cleared out of the files.
 */
export async function addDeletions(
  trx: Kysely<Schema>,
  studyId: string,
  notices: readonly DeletionNotice[],
): Promise<void> {
  if (notices.length === 0) return
  let head = await lockDeletions(trx, studyId)
  const ids = notices.map(({ id }) => id)
  const known = await trx
    .selectFrom('deletions')
    .select('id')
    .where('study_id', '=', studyId)
    .where('id', 'in', ids)
    .execute()
  const added = notices.filter((notice) => !known.some(({ id }) => id === notice.id))
  if (added.length === 0) return
  for (const notice of added) head = await addOne(trx, studyId, notice, head)
  await rememberClearing(trx, studyId, [...new Set(added.flatMap(({ what }) => TABLES[what]))])
  await trx.updateTable('deletion_heads').set(head).where('study_id', '=', studyId).execute()
}

/** The tables whose rows of a study go with its contacts. */
export const CONTACT_TABLES: readonly (keyof Schema)[] = [
  'contact.people',
  'contact.study_keys',
  'contact.frame_people',
  'contact.invitations',
  'contact.fieldwork_events',
  'contact.invited_marks',
  'contact.form_requests',
  'contact.outbox',
]

/** The tables in which rows of each kind were. */
const TABLES: Readonly<Record<DeletedKind, readonly string[]>> = {
  contacts: CONTACT_TABLES,
  answers: ANSWER_TABLES,
  codes: ANSWER_TABLES,
  publication: ['publications'],
}

/** The last deletion of a study; number 0 before the first. */
export interface DeletionHead {
  readonly number: number
  readonly hash: string
}

/** The last deletion of a study, for one transaction at a time: whoever has it writes or holds, others wait. */
export async function lockDeletions(trx: Kysely<Schema>, studyId: string): Promise<DeletionHead> {
  await trx
    .insertInto('deletion_heads')
    .values({ study_id: studyId, number: 0, hash: '' })
    .onConflict((conflict) => conflict.column('study_id').doNothing())
    .execute()
  return trx
    .selectFrom('deletion_heads')
    .select(['number', 'hash'])
    .where('study_id', '=', studyId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

async function addOne(
  trx: Kysely<Schema>,
  studyId: string,
  notice: DeletionNotice,
  last: DeletionHead,
): Promise<DeletionHead> {
  const deletion = { ...notice, number: last.number + 1, previous: last.hash }
  const hash = deletionHash(studyId, deletion)
  const { id, what, subject, rows, why, digest, number, previous } = deletion
  await trx
    .insertInto('deletions')
    .values({
      study_id: studyId,
      number,
      id,
      what,
      subject,
      rows,
      why,
      deleted_by: notice.by,
      deleted_on: notice.on,
      digest,
      key_fingerprint: notice.keyFingerprint,
      previous,
      hash,
    })
    .execute()
  return { number, hash }
}

function deletionOf(row: Selectable<Schema['deletions']>): Deletion {
  const { number, id, what, subject, rows, why, digest, previous, hash } = row
  const { deleted_by: by, deleted_on: on, key_fingerprint: keyFingerprint } = row
  return { number, id, what, subject, rows, why, by, on, digest, keyFingerprint, previous, hash }
}
