import { isProblem, problem, type NewResponse, type Problem } from '@klankbord/model'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Schema } from './schema.ts'
import type { WaveReference } from './waves.ts'

/** Where responses go, and by which version they were asked. */
export interface ResponsePlace extends WaveReference {
  readonly version: number
}

/**
 * `created`: stored now. `same`: stored before, with these answers. `conflict`: the id is taken by other answers.
 * `withdrawn`: it was stored and withdrawn since, and is not stored again.
 */
export type StoreOutcome = 'created' | 'same' | 'conflict' | 'withdrawn'

/** What became of one response of many: an outcome, or why it could not be stored. */
export type BatchOutcome =
  { readonly id: string; readonly outcome: StoreOutcome } | { readonly id: string; readonly problem: Problem }

export interface StoreManyOptions {
  /** Also into a closed wave: paper that is typed in later, made-up answers. */
  readonly evenIfClosed?: boolean
  /** Most responses in one statement; 200. */
  readonly batchSize?: number
}

/**
 * Appends a response and forgets its draft, all or nothing. It is on disk when the promise is fulfilled.
 *
 * An id that is stored already answers first, whatever became of the wave since, so a client may send the
 * same response as often as it needs to. Of many that send one id at the same moment, one is `created`.
 *
 * @throws Problem `unknownWave`, `unknownVersion`, `waveClosed`, `valueNotStorable`, `databaseUnavailable`
 */
export async function storeResponse(
  db: Kysely<Schema>,
  place: ResponsePlace,
  response: NewResponse,
): Promise<StoreOutcome> {
  const [outcome] = await storeTogether(db, place, [response], false)
  if (outcome === undefined) throw problem('unknownWave', { wave: place.waveId })
  if ('problem' in outcome) throw outcome.problem
  return outcome.outcome
}

/**
 * Appends many responses, several per statement. A response that cannot be stored never takes its neighbours
 * along: its statement is repeated one by one. What was stored before an outage stays stored; the same call
 * may be made again.
 *
 * @returns one outcome per response, in the order given
 * @throws Problem `databaseUnavailable`
 */
export async function storeResponses(
  db: Kysely<Schema>,
  place: ResponsePlace,
  responses: readonly NewResponse[],
  options: StoreManyOptions = {},
): Promise<readonly BatchOutcome[]> {
  const { evenIfClosed = false, batchSize = 200 } = options
  const outcomes: BatchOutcome[] = []
  for (let start = 0; start < responses.length; start += batchSize) {
    const batch = responses.slice(start, start + batchSize)
    outcomes.push(...(await storeOrRetry(db, place, batch, evenIfClosed)))
  }
  return outcomes
}

async function storeOrRetry(
  db: Kysely<Schema>,
  place: ResponsePlace,
  batch: readonly NewResponse[],
  evenIfClosed: boolean,
): Promise<readonly BatchOutcome[]> {
  try {
    return await storeTogether(db, place, batch, evenIfClosed)
  } catch (error) {
    if (!isProblem(error, 'valueNotStorable')) throw error
    if (batch.length === 1) return batch.map(({ id }) => ({ id, problem: error }))
  }
  const outcomes: BatchOutcome[] = []
  for (const response of batch) outcomes.push(...(await storeOrRetry(db, place, [response], evenIfClosed)))
  return outcomes
}

async function storeTogether(
  db: Kysely<Schema>,
  place: ResponsePlace,
  batch: readonly NewResponse[],
  evenIfClosed: boolean,
): Promise<readonly BatchOutcome[]> {
  const created = await insertNew(db, place, batch, evenIfClosed)
  const rest = batch.filter(({ id }) => !created.has(id.toLowerCase()))
  if (rest.length === 0 && created.size === batch.length) return batch.map(({ id }) => ({ id, outcome: 'created' }))
  const stored = await storedHashes(db, place, batch)
  const missing = batch.map(({ id }) => id.toLowerCase()).filter((id) => !stored.has(id))
  const withdrawn = missing.length === 0 ? NOBODY : await withdrawnIds(db, place, missing)
  const refusal = missing.every((id) => withdrawn.has(id)) ? null : await whyRefused(db, place)
  return batch.map((response): BatchOutcome => {
    const { id } = response
    // The first of two with one id in a batch is the one that was stored.
    if (created.delete(id.toLowerCase())) return { id, outcome: 'created' }
    const hash = stored.get(id.toLowerCase())
    if (hash === undefined && withdrawn.has(id.toLowerCase())) return { id, outcome: 'withdrawn' }
    if (hash === undefined) return { id, problem: refusal ?? problem('unknownWave', { wave: place.waveId }) }
    return { id, outcome: hash === response.contentHash ? 'same' : 'conflict' }
  })
}

/** One statement, so one transaction and one round trip. @returns the ids that were stored by it, in small letters */
async function insertNew(
  db: Kysely<Schema>,
  { studyId, waveId, version }: ResponsePlace,
  batch: readonly NewResponse[],
  evenIfClosed: boolean,
): Promise<Set<string>> {
  const accepting = evenIfClosed ? sql`true` : sql`waves.state = 'open'`
  const { rows } = await sql<{ id: string }>`
    with stored as (
      insert into responses (study_id, wave_id, version, id, answers, empties, codes, numbers, language, channel, week,
        withdrawal_hash, content_hash)
      select waves.study_id, waves.id, versions.id, given.*
      from waves
      join versions on versions.study_id = waves.study_id and versions.id = ${version}
      cross join (values ${sql.join(batch.map(rowOf))}) as given (id, answers, empties, codes, numbers, language, channel, week,
        withdrawal_hash, content_hash)
      where waves.study_id = ${studyId} and waves.id = ${waveId} and ${accepting}
        and not exists (select from withdrawn_responses gone where gone.study_id = waves.study_id and gone.id = given.id)
      on conflict (study_id, id) do nothing
      returning id
    ), forgotten as (
      delete from drafts where study_id = ${studyId} and id in (${sql.join(batch.map(({ id }) => sql`${id}::uuid`))})
        and wave_id = ${waveId} and exists (select from stored where stored.id = drafts.id)
    )
    select id from stored`.execute(db)
  return new Set(rows.map((row) => row.id))
}

function rowOf(response: NewResponse): RawBuilder<unknown> {
  return sql`(${response.id}::uuid, ${JSON.stringify(response.answers)}::jsonb, ${JSON.stringify(response.empties)}::jsonb,
    ${response.codes}::smallint[], ${response.numbers}::float8[], ${response.language}::text, ${response.channel}::text,
    ${response.week}::text, ${response.withdrawalHash}::text, ${response.contentHash}::text)`
}

async function storedHashes(
  db: Kysely<Schema>,
  { studyId, waveId }: ResponsePlace,
  batch: readonly NewResponse[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('responses')
    .select(['id', 'wave_id', 'content_hash'])
    .where('study_id', '=', studyId)
    .where('id', 'in', [...new Set(batch.map(({ id }) => id))])
    .execute()
  // The same id in another wave is never the same response.
  return new Map(rows.map((row) => [row.id, row.wave_id === waveId ? row.content_hash : '']))
}

const NOBODY: ReadonlySet<string> = new Set()

async function withdrawnIds(
  db: Kysely<Schema>,
  { studyId }: ResponsePlace,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('withdrawn_responses')
    .select('id')
    .where('study_id', '=', studyId)
    .where('id', 'in', ids)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

async function whyRefused(db: Kysely<Schema>, { studyId, waveId, version }: ResponsePlace): Promise<Problem> {
  const wave = await db
    .selectFrom('waves')
    .select('state')
    .where('study_id', '=', studyId)
    .where('id', '=', waveId)
    .executeTakeFirst()
  if (!wave) return problem('unknownWave', { wave: waveId })
  if (wave.state === 'closed') return problem('waveClosed', { wave: waveId })
  return problem('unknownVersion', { version })
}
