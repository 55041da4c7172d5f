import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'
import { deleteAnswers } from './delete-answers.ts'
import type { DeletionNotice } from './deletion.ts'

/** The waves for trying out whose days are over. @param today ISO date */
export async function dueTryOuts(db: Kysely<Schema>, today: string): Promise<readonly WaveReference[]> {
  return db
    .selectFrom('waves')
    .select(['study_id as studyId', 'id as waveId'])
    .where('try_out', '=', true)
    .where('erases_on', '<=', today)
    .orderBy('study_id')
    .orderBy('id')
    .execute()
}

/** What else is kept of a wave beside its answers; those that refer to it come before it. */
const BESIDE_ANSWERS = [
  'quotes',
  'paper_entries',
  'seals',
  'wave_frames',
  'place_counts',
  'wave_addresses',
  'fixed_plans',
] as const

/** What is kept of the people of a wave; they themselves are of the study. */
const OF_PEOPLE = ['contact.outbox', 'contact.form_requests', 'contact.invitations', 'contact.frame_people'] as const

/** All tables that hold rows of a wave, apart from those that only answers are in and from logs of what was done. */
export const TABLES_OF_A_WAVE: readonly (keyof Schema)[] = [...BESIDE_ANSWERS, ...OF_PEOPLE]

/**
 * Erases a wave for trying out, with everything that was filled in and planned in it. Who looked at what and what was
 * made unreadable stays written down, as of every wave. Another wave is left alone.
 *
 * @param trx a transaction of `deletingFrom`; write the notices down in it
 */
export async function eraseTryOut(
  trx: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  said: Pick<DeletionNotice, 'why' | 'by' | 'on'>,
): Promise<readonly DeletionNotice[]> {
  const isTryOut = await trx
    .selectFrom('waves')
    .select('id')
    .where('study_id', '=', studyId)
    .where('id', '=', waveId)
    .where('try_out', '=', true)
    .forUpdate()
    .executeTakeFirst()
  if (isTryOut === undefined) return []
  const notices = await deleteAnswers(trx, { studyId, waveId }, said)
  for (const table of BESIDE_ANSWERS)
    await trx.deleteFrom(table).where('study_id', '=', studyId).where('wave_id', '=', waveId).execute()
  await trx.deleteFrom('waves').where('study_id', '=', studyId).where('id', '=', waveId).execute()
  return notices
}

/** Forgets who was to be asked in a wave for trying out, and how. @param db the database of the contacts */
export async function forgetAskedInTryOut(db: Kysely<Schema>, { studyId, waveId }: WaveReference): Promise<void> {
  for (const table of OF_PEOPLE)
    await db.deleteFrom(table).where('study_id', '=', studyId).where('wave_id', '=', waveId).execute()
}
