import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'

/** A wave that has something to seal. */
export interface WaveToSeal extends WaveReference {
  /** Its days of grace are over; or it has ended, and its portions are still to be mixed. */
  readonly final: boolean
}

/**
 * The waves of which a portion waits, those, of any mode, whose days of grace are over, and those that are not mixed yet.
 *
 * @param today ISO date
 */
export async function wavesToSeal(db: Kysely<Schema>, today: string): Promise<readonly WaveToSeal[]> {
  const { rows } = await sql<WaveToSeal>`
    select study_id as "studyId", id as "waveId",
      state = 'sealed' or (state = 'closed' and coalesce(closed_on + grace_days, '-infinity'::date) < ${today}::date)
        as final
    from waves
    where (state = 'sealed' and mode = 'codeAnonymous' and not mixed) or state <> 'sealed' and (
      (state = 'closed' and coalesce(closed_on + grace_days, '-infinity'::date) < ${today}::date)
      or (select count(*) from pending_responses waiting
        where waiting.study_id = waves.study_id and waiting.wave_id = waves.id) >= 2 * waves.portion)
    order by study_id, id`.execute(db)
  return rows
}
