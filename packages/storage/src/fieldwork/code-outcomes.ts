import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'
import type { CodeOutcome } from './fieldwork-tables.ts'

/**
 * Notes with codes what staff know of the invitations that they were in, so that the account counts codes and needs nobody's
 * name. Null: it was sent and nothing was heard. A code that is not there, or no longer, is passed over.
 *
 * @param outcomes by the keyed hash of the code
 */
export async function noteCodeOutcomes(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  outcomes: ReadonlyMap<string, CodeOutcome | null>,
): Promise<void> {
  // By their hash, which is as good as chance: rows that are changed are written anew in this order, and in that of the
  // invitations their place would tell whose code each is.
  const ordered = [...outcomes].toSorted(([one], [other]) => (one < other ? -1 : 1))
  await sql`
    update access_codes set outcome = given.outcome
    from unnest(${ordered.map(([hash]) => hash)}::text[], ${ordered.map(([, outcome]) => outcome)}::text[]) as given (code_hash, outcome)
    where access_codes.study_id = ${studyId} and access_codes.wave_id = ${waveId}
      and access_codes.code_hash = given.code_hash
      and access_codes.outcome is distinct from given.outcome`.execute(db)
}
