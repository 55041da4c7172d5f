import { problem, type Frame, type WavePlan } from '@klankbord/model'
import { sql, type Kysely } from 'kysely'
import { isUuid } from './is-uuid.ts'
import type { Schema } from './schema.ts'
import { findWave, planColumns, type Wave, type WaveReference } from './waves.ts'

/** What may be changed of a wave after it was made. */
export type WaveChanges = Partial<WavePlan> & { readonly frame?: Frame | null }

/**
 * Changes what was planned of a wave; what is left out stays, also when somebody else changes that at the same moment.
 * Whether it may be changed is for the caller to know.
 *
 * @throws Problem `unknownWave`
 */
export async function changeWave(db: Kysely<Schema>, place: WaveReference, changes: WaveChanges): Promise<Wave> {
  const { frame, ...plan } = changes
  const columns = {
    ...planColumns(plan),
    ...(frame !== undefined && { frame: frame === null ? null : JSON.stringify(frame) }),
  }
  if (isUuid(place.studyId) && isUuid(place.waveId) && Object.keys(columns).length > 0)
    await db
      .updateTable('waves')
      .set(columns)
      .where('study_id', '=', place.studyId)
      .where('id', '=', place.waveId)
      .execute()
  const wave = await findWave(db, place)
  if (wave === null) throw problem('unknownWave', { wave: place.waveId })
  return wave
}

/**
 * Closes every wave whose last day is over, as of that day.
 *
 * @param today ISO date
 */
export async function closeDueWaves(db: Kysely<Schema>, today: string): Promise<readonly WaveReference[]> {
  const { rows } = await sql<WaveReference>`
    update waves set state = 'closed', closed_on = closes_on
    where state = 'open' and closes_on < ${today}::date
    returning study_id as "studyId", id as "waveId"`.execute(db)
  return rows
}
