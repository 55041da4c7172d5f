import { problem, type Frame, type WavePlan } from '@klankbord/model'
import { sql, type Kysely } from 'kysely'
import { breaks } from './database-problem.ts'
import { isUuid } from './is-uuid.ts'
import type { Schema } from './schema.ts'
import { findWave, planColumns, type Wave, type WaveReference } from './waves.ts'

/** What may be changed of a wave after it was made. */
export type WaveChanges = Partial<WavePlan> & { readonly frame?: Frame | null }

/**
 * Changes what was planned of a wave; what is left out stays, also when somebody else changes that at the same moment.
 * Whether it may be changed is for the caller to know.
 *
 * @returns null, and changes nothing, when its days would turn round: somebody else set the other one meanwhile
 * @throws Problem `unknownWave`
 */
export async function changeWave(db: Kysely<Schema>, place: WaveReference, changes: WaveChanges): Promise<Wave | null> {
  const { frame, ...plan } = changes
  const columns = {
    ...planColumns(plan),
    ...(frame !== undefined && { frame: frame === null ? null : JSON.stringify(frame) }),
  }
  try {
    if (isUuid(place.studyId) && isUuid(place.waveId) && Object.keys(columns).length > 0)
      await db
        .updateTable('waves')
        .set(columns)
        .where('study_id', '=', place.studyId)
        .where('id', '=', place.waveId)
        .execute()
  } catch (error) {
    if (breaks(error, DAYS_IN_ORDER)) return null
    throw error
  }
  const wave = await findWave(db, place)
  if (wave === null) throw problem('unknownWave', { wave: place.waveId })
  return wave
}

/** The name that PostgreSQL gave to the condition that the last day is not before the first. */
const DAYS_IN_ORDER = 'waves_check'

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
