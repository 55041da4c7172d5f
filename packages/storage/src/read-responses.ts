import {
  RESPONSE_CHANNELS,
  type Answers,
  type CheckedAnswers,
  type Empties,
  type PackedAnswers,
  type ResponseChannel,
} from '@klankbord/model'
import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'
import type { WaveReference } from './waves.ts'

/** Rows per round trip: enough to be fast, few enough to hold long open answers. */
const CHUNK = 1000

/** How many responses a wave has, of one version or of all. */
export async function countResponses(
  db: Kysely<Schema>,
  studyId: string,
  waveId: string,
  version?: number,
): Promise<number> {
  const row = await db
    .selectFrom('responses')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** How many responses each wave of a study has; waves without any are left out, and those for trying out. */
export async function countResponsesByWave(db: Kysely<Schema>, studyId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('responses')
    .innerJoin('waves', (join) =>
      join.onRef('waves.study_id', '=', 'responses.study_id').onRef('waves.id', '=', 'responses.wave_id'),
    )
    .select(({ fn }) => ['wave_id', fn.countAll<string>().as('n')])
    .where('responses.study_id', '=', studyId)
    .where('waves.try_out', '=', false)
    .groupBy('wave_id')
    .execute()
  return new Map(rows.map((row) => [row.wave_id, Number(row.n)]))
}

/**
 * How the responses of a wave came in, each way once; empty without responses. Of sealed portions of an anonymous wave
 * it is known for the wave as a whole.
 */
export async function channelsOf(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
): Promise<readonly ResponseChannel[]> {
  const [rows, margins] = await Promise.all([
    db
      .selectFrom('responses')
      .select('channel')
      .distinct()
      .where('study_id', '=', studyId)
      .where('wave_id', '=', waveId)
      .execute(),
    db
      .selectFrom('wave_margins')
      .select('value')
      .where('study_id', '=', studyId)
      .where('wave_id', '=', waveId)
      .where('margin', '=', 'channel')
      .where('responses', '>', 0)
      .execute(),
  ])
  const counted = margins.map(
    ({ value }): ResponseChannel => RESPONSE_CHANNELS.find((channel) => channel === value) ?? 'unrecorded',
  )
  const recorded = rows.map(({ channel }) => channel)
  const known = counted.length === 0 ? recorded : recorded.filter((channel) => channel !== 'unrecorded')
  return [...new Set([...known, ...counted])].toSorted()
}

/** How many responses of a wave came in each way, as far as each response says it. */
export async function countByChannel(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('responses')
    .select(({ fn }) => ['channel', fn.countAll<string>().as('n')])
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .groupBy('channel')
    .orderBy('channel')
    .execute()
  return Object.fromEntries(rows.map(({ channel, n }) => [channel, Number(n)]))
}

/** ISO weeks of the first and the last response of a wave; null when there is none. */
export async function weekRange(
  db: Kysely<Schema>,
  studyId: string,
  waveId: string,
): Promise<{ readonly from: string; readonly to: string } | null> {
  const row = await db
    .selectFrom('responses')
    .select(({ fn }) => [fn.min('week').as('from'), fn.max('week').as('to')])
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .executeTakeFirst()
  return row?.from && row.to ? { from: row.from, to: row.to } : null
}

/**
 * The answers of a wave that one version asked, open text included, as they were when reading began. In the order of the
 * random ids, which says nothing about who came first. Values that were worked out stand in the codes only. Holds a
 * thousand rows at a time, and one connection until the loop ends or is left. For codes alone there is `copyPacked`.
 *
 * @example for await (const { answers } of readAnswers(db, studyId, waveId, 1)) told.push(answers)
 */
export async function* readAnswers(
  db: Kysely<Schema>,
  studyId: string,
  waveId: string,
  version: number,
): AsyncGenerator<CheckedAnswers & PackedAnswers, void, undefined> {
  // One snapshot, read in short statements: no statement lasts as long as the slowest reader.
  const trx = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  try {
    const query = trx
      .selectFrom('responses')
      .select(['id', 'answers', 'empties', 'codes', 'numbers'])
      .where('study_id', '=', studyId)
      .where('wave_id', '=', waveId)
      .where('version', '=', version)
      .orderBy('id')
      .limit(CHUNK)
    let rows = await query.execute()
    while (rows.length > 0) {
      for (const { answers, empties, codes, numbers } of rows)
        yield { answers: answers as Answers, empties: empties as Empties, codes, numbers }
      const last = rows.at(-1)
      rows = last && rows.length === CHUNK ? await query.where('id', '>', last.id).execute() : []
    }
  } finally {
    // Only read: ending it either way is the same, and a rollback also ends it after an error.
    await trx.rollback().execute()
  }
}
