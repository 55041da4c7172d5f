import { randomInt } from 'node:crypto'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Schema } from '../schema.ts'
import { rememberClearing } from './clearings.ts'
import type { WaveReference } from '../waves.ts'
import type { SealingWay } from './sealing-step.ts'

/** Rows in one statement: few enough for the time that a statement may take. */
const TOGETHER = 20_000

/**
 * Mixes the answers of an anonymous wave that has ended, of which it could be seen until now which were sealed together,
 * and erases its codes, which said who had taken part. All or nothing, and once. Nobody who sends answers waits for it; who
 * withdraws from this wave does. What is left of the old rows goes with `clearDeadRows`, which the clearing is left for.
 */
export async function mixWave(db: Kysely<Schema>, wave: WaveReference, way: SealingWay): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${lockOf(wave)})`.execute(trx)
    const { studyId, waveId } = wave
    const { rows } = await sql`
      select from waves where study_id = ${studyId} and id = ${waveId}
        and state = 'sealed' and mode = 'codeAnonymous' and not mixed`.execute(trx)
    if (rows.length === 0) return
    await mixResponses(trx, wave)
    if (way.does('codes')) {
      await sql`delete from access_codes where study_id = ${studyId} and wave_id = ${waveId}`.execute(trx)
    }
    await sql`update waves set mixed = true where study_id = ${studyId} and id = ${waveId}`.execute(trx)
    await rememberClearing(trx, studyId, ['responses', 'access_codes'])
  })
}

/**
 * Keeps answers of a wave where they are until the transaction ends. Who deletes some needs it: a row that is mixed
 * meanwhile would not be found, and stay. Must be a statement before the one that deletes, and come before any lock.
 */
export async function keepFromMixing(trx: Kysely<Schema>, wave: WaveReference): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${lockOf(wave)})`.execute(trx)
}

function lockOf({ studyId, waveId }: WaveReference): ReturnType<typeof sql> {
  return sql`hashtextextended(${`mixing ${studyId} ${waveId}`}, 0)`
}

/** Which rows go together follows from their key and a number that nobody knows, and says nothing of their portion. */
async function mixResponses(trx: Transaction<Schema>, { studyId, waveId }: WaveReference): Promise<void> {
  const here = sql`study_id = ${studyId} and wave_id = ${waveId}`
  const counted = await sql<{ n: number }>`
    select count(*)::integer as n from responses where ${here}`.execute(trx)
  const parts = Math.ceil((counted.rows[0]?.n ?? 0) / TOGETHER)
  const salt = randomInt(2 ** 47)
  for (let part = 0; part < parts; part += 1) {
    await sql`
      with gone as (
        delete from responses
        where ${here} and abs(hashtextextended(id::text, ${salt}::bigint) % ${parts}::bigint) = ${part}::bigint
        returning *
      )
      insert into responses select * from gone order by gen_random_uuid()`.execute(trx)
  }
}
