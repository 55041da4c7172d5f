import { randomInt } from 'node:crypto'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Schema } from '../schema.ts'
import { rememberClearing } from './clearings.ts'
import type { WaveReference } from '../waves.ts'

/** Rows in one statement: few enough for the time that a statement may take. */
const TOGETHER = 20_000

/**
 * Mixes the answers, and the codes, of an anonymous wave that has ended: until now it could be seen which were sealed
 * together. All or nothing, and once. Nobody who sends answers waits for it; who withdraws from this wave does. What is
 * left of the old rows goes when PostgreSQL cleans the tables, or retention does (`clearDeadRows`).
 */
export async function mixWave(db: Kysely<Schema>, wave: WaveReference): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${lockOf(wave)})`.execute(trx)
    const { studyId, waveId } = wave
    const { rows } = await sql`
      select from waves where study_id = ${studyId} and id = ${waveId}
        and state = 'sealed' and mode = 'codeAnonymous' and not mixed`.execute(trx)
    if (rows.length === 0) return
    await mixRows(trx, wave, 'responses', 'id')
    await mixRows(trx, wave, 'access_codes', 'code_hash')
    await sql`update waves set mixed = true where study_id = ${studyId} and id = ${waveId}`.execute(trx)
  })
}

    await rememberClearing(trx, studyId, ['responses', 'access_codes'])
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
async function mixRows(
  trx: Transaction<Schema>,
  { studyId, waveId }: WaveReference,
  table: 'responses' | 'access_codes',
  key: 'id' | 'code_hash',
): Promise<void> {
  const here = sql`study_id = ${studyId} and wave_id = ${waveId}`
  const counted = await sql<{ n: number }>`
    select count(*)::integer as n from ${sql.table(table)} where ${here}`.execute(trx)
  const parts = Math.ceil((counted.rows[0]?.n ?? 0) / TOGETHER)
  const salt = randomInt(2 ** 47)
  for (let part = 0; part < parts; part += 1) {
    await sql`
      with gone as (
        delete from ${sql.table(table)}
        where ${here} and abs(hashtextextended(${sql.ref(key)}::text, ${salt}::bigint) % ${parts}::bigint) = ${part}::bigint
        returning *
      )
      insert into ${sql.table(table)} select * from gone order by gen_random_uuid()`.execute(trx)
  }
}
