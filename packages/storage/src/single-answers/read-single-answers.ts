import type { Answers, ResponseFlags } from '@klankbord/model'
import { sql, type Kysely } from 'kysely'
import { isUuid } from '../is-uuid.ts'
import type { Schema } from '../schema.ts'
import type { ResponsePlace } from '../storing/arrival.ts'
import type { WaveReference } from '../waves.ts'

/** One response as a person reads it. */
export interface SingleAnswers {
  readonly id: string
  readonly version: number
  readonly answers: Answers
  readonly flags: ResponseFlags
}

/** A part of the responses of a wave, in the order of their random ids, which says nothing about who came first. */
export interface Stretch {
  /** The id after which it begins; null for the first. */
  readonly after: string | null
  readonly most: number
  /** Only those with open answers that likely hold personal data. */
  readonly flaggedOnly?: boolean
}

/** Single responses of a wave that one version asked. What waits to be sealed is not among them. */
export async function readSingleAnswers(
  db: Kysely<Schema>,
  { studyId, waveId, version }: ResponsePlace,
  { after, most, flaggedOnly = false }: Stretch,
): Promise<readonly SingleAnswers[]> {
  const rows = await db
    .selectFrom('responses')
    .select(['id', 'version', 'answers', 'flags'])
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .where('version', '=', version)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .$if(flaggedOnly, (query) => query.where('flags', '<>', sql<ResponseFlags>`'{}'::jsonb`))
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(answersOf)
}

/** Every response of a wave that one version asked, a thousand at a time. */
export async function* eachSingleAnswers(
  db: Kysely<Schema>,
  place: ResponsePlace,
): AsyncGenerator<SingleAnswers, void, undefined> {
  let after: string | null = null
  do {
    const rows: readonly SingleAnswers[] = await readSingleAnswers(db, place, { after, most: CHUNK })
    yield* rows
    after = rows.length === CHUNK ? (rows.at(-1)?.id ?? null) : null
  } while (after !== null)
}

const CHUNK = 1000

/** One response of a wave that is not waiting to be sealed; null when there is none with this id. */
export async function findSingleAnswers(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  id: string,
): Promise<SingleAnswers | null> {
  if (!isUuid(id)) return null
  const row = await db
    .selectFrom('responses')
    .select(['id', 'version', 'answers', 'flags'])
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : answersOf(row)
}

function answersOf(row: {
  readonly id: string
  readonly version: number
  readonly answers: object
  readonly flags: ResponseFlags
}): SingleAnswers {
  const { id, version, answers, flags } = row
  return { id, version, answers: answers as Answers, flags }
}
