import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'

/** How a sample was drawn. */
export interface WaveFrame {
  /** 1, 2, 3 … */
  readonly number: number
  /** ISO date. */
  readonly drawnOn: string
  readonly record: object
}

/**
 * Keeps the record of a draw under the number that comes next for whoever draws. Of two who draw at the same moment one
 * finds it taken.
 *
 * @returns whether it was kept
 */
export async function addWaveFrame(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  { number, record, drawnOn }: WaveFrame,
): Promise<boolean> {
  const result = await sql`
    insert into wave_frames (study_id, wave_id, number, drawn_on, record)
    values (${studyId}, ${waveId}, ${number}, ${drawnOn}, ${JSON.stringify(record)}::jsonb)
    on conflict do nothing`.execute(db)
  return result.numAffectedRows === 1n
}

/** The records of all draws of a wave, in order. */
export async function listWaveFrames(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
): Promise<readonly WaveFrame[]> {
  const rows = await db
    .selectFrom('wave_frames')
    .select(['number', 'drawn_on', 'record'])
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .orderBy('number')
    .execute()
  return rows.map(({ number, drawn_on: drawnOn, record }) => ({ number, drawnOn, record }))
}
