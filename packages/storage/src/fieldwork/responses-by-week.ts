import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'

/** How many responses of a wave came in each ISO week, in order. Of an anonymous wave a week is that of a whole portion. */
export async function responsesByWeek(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
): Promise<readonly { readonly week: string; readonly responses: number }[]> {
  const { rows } = await sql<{ week: string; responses: number }>`
    select week, count(*)::integer as responses from responses
    where study_id = ${studyId} and wave_id = ${waveId} group by week order by week`.execute(db)
  return rows
}
