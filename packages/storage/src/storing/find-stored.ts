import { sql, type Kysely } from 'kysely'
import { isUuid } from '../is-uuid.ts'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'

/** What an id is known by: the hash of the content that is stored under it, or that it was withdrawn. */
export type StoredUnder = { readonly contentHash: string } | 'withdrawn' | 'elsewhere'

/**
 * What is stored under an id in a study, whether or not anybody may look at it yet. `elsewhere`: in another wave.
 *
 * @returns null when nothing is, nor was
 */
export async function findStored(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  id: string,
): Promise<StoredUnder | null> {
  if (!isUuid(id)) return null
  const { rows } = await sql<{ waveId: string | null; contentHash: string }>`
    select wave_id as "waveId", content_hash as "contentHash" from responses where study_id = ${studyId} and id = ${id}
    union all
    select wave_id, content_hash from pending_responses where study_id = ${studyId} and id = ${id}
    union all
    select null, '' from withdrawn_responses where study_id = ${studyId} and id = ${id}`.execute(db)
  const [found] = rows
  if (found === undefined) return null
  if (found.waveId === null) return 'withdrawn'
  return found.waveId === waveId ? { contentHash: found.contentHash } : 'elsewhere'
}
