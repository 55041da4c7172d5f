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

/** Keeps the record of a draw, beside those of before. @param drawnOn ISO date */
export async function addWaveFrame(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  { record, drawnOn }: Omit<WaveFrame, 'number'>,
): Promise<void> {
  await sql`
    insert into wave_frames (study_id, wave_id, number, drawn_on, record)
    select ${studyId}, ${waveId}, coalesce(max(number), 0) + 1, ${drawnOn}, ${JSON.stringify(record)}::jsonb
    from wave_frames where study_id = ${studyId} and wave_id = ${waveId}`.execute(db)
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
