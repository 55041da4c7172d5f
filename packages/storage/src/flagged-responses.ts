import { sql, type Kysely } from 'kysely'
import type { Schema } from './schema.ts'
import type { WaveReference } from './waves.ts'

/** How many responses of a wave hold a kind of likely personal data in one variable. */
export interface FlagCount {
  readonly variable: string
  readonly kind: string
  readonly responses: number
}

/** One open answer that is flagged, without what it says. */
export interface FlaggedAnswer {
  /** Of the response. */
  readonly id: string
  readonly variable: string
  readonly kinds: readonly string[]
}

/** What is flagged in a wave, counted by variable and kind. What waits to be sealed is not counted. */
export async function countFlags(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
): Promise<readonly FlagCount[]> {
  const { rows } = await sql<{ variable: string; kind: string; responses: string }>`
    select flag.key as variable, kind.value as kind, count(*) as responses
    from responses, jsonb_each(responses.flags) flag, jsonb_array_elements_text(flag.value) kind
    where responses.study_id = ${studyId} and responses.wave_id = ${waveId}
    group by flag.key, kind.value
    order by flag.key, kind.value`.execute(db)
  return rows.map(({ variable, kind, responses }) => ({ variable, kind, responses: Number(responses) }))
}

/** Each answer that is flagged in a wave, in the order of the random ids. What waits to be sealed is not among them. */
export async function listFlagged(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
): Promise<readonly FlaggedAnswer[]> {
  const { rows } = await sql<FlaggedAnswer>`
    select responses.id, flag.key as variable, flag.value as kinds
    from responses, jsonb_each(responses.flags) flag
    where responses.study_id = ${studyId} and responses.wave_id = ${waveId}
    order by responses.id, flag.key`.execute(db)
  return rows
}
