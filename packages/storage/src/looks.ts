import { sql, type Kysely } from 'kysely'
import { isUuid } from './is-uuid.ts'
import type { Look } from './look.ts'
import type { Schema } from './schema.ts'
import type { WaveReference } from './waves.ts'

/** Writes down that somebody looks at single answers. Call it before anything is shown; what is written stays. */
export async function addLook(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  look: Omit<Look, 'waveId'>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // One at a time, so that the numbers have no gap in which one could be missing.
    await sql`select from studies where study_id = ${studyId} for update`.execute(trx)
    await sql`
      insert into looks (study_id, number, wave_id, what, responses, purpose, looked_by, looked_on)
      select ${studyId}, coalesce(max(number), 0) + 1, ${waveId}, ${look.what}, ${look.responses}::integer,
        ${look.purpose}, ${look.by}, ${look.on}
      from looks where study_id = ${studyId}`.execute(trx)
  })
}

/** Who looked at single answers of a study, the first look first. */
export async function listLooks(db: Kysely<Schema>, studyId: string): Promise<readonly Look[]> {
  if (!isUuid(studyId)) return []
  const rows = await db.selectFrom('looks').selectAll().where('study_id', '=', studyId).orderBy('number').execute()
  return rows.map(({ wave_id: waveId, what, responses, purpose, looked_by: by, looked_on: on }) => ({
    waveId,
    what,
    responses,
    purpose,
    by,
    on,
  }))
}
