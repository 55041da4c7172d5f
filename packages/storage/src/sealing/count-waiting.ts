import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'

/**
 * How many responses of an anonymous wave wait to be sealed; 0 in other waves. For whoever has the machine: a number that
 * goes up by one says that somebody answered just now, so no page and no answer of the API tells it.
 */
export async function countWaiting(db: Kysely<Schema>, { studyId, waveId }: WaveReference): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from pending_responses
    where study_id = ${studyId} and wave_id = ${waveId}`.execute(db)
  return rows[0]?.n ?? 0
}
