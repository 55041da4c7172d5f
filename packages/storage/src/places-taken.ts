import { sql, type Kysely } from 'kysely'
import type { Schema } from './schema.ts'
import type { WaveReference } from './waves.ts'

/** How many places of a wave are taken: of all, and by the code of the answer that its limits are about. */
export interface PlacesTaken {
  readonly all: number
  readonly byCode: ReadonlyMap<number, number>
}

/**
 * Counts the responses of a wave that has limits, those that wait to be sealed too. For who comes to take part, and never
 * for staff: in an anonymous wave it moves with every response.
 *
 * @param position where the variable of the limits stands among the packed codes, from 1
 */
export async function placesTaken(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  position: number | null,
): Promise<PlacesTaken> {
  const { rows } = await sql<{ code: number | null; responses: number }>`
    select codes[${position}::integer] as code, count(*)::integer as responses
    from (
      select codes from responses where study_id = ${studyId} and wave_id = ${waveId}
      union all
      select codes from pending_responses where study_id = ${studyId} and wave_id = ${waveId}
    ) stored
    group by 1`.execute(db)
  return {
    all: rows.reduce((sum, { responses }) => sum + responses, 0),
    byCode: new Map(rows.flatMap(({ code, responses }) => (code === null ? [] : [[code, responses] as const]))),
  }
}
