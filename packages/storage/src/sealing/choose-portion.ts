import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'
import { countWaiting } from './count-waiting.ts'
import type { SealingWay } from './sealing-step.ts'

/**
 * Chooses what of a wave is sealed now: of all that waits a portion stays behind, so that the last portion of a wave has as
 * many as the others. Who stays is chosen at random, codes apart from answers: that somebody's code is sealed says nothing of
 * which answers are theirs, not even whether these were sealed. What stays goes on in the batch that arrives from now on.
 *
 * @param least how many responses are sealed together
 * @returns the number of the last batch to seal; null when too few wait
 * @example await choosePortion(trx, wave, 20, way) // null until 40 have come; of 60, 40 are sealed and 20 stay
 */
export async function choosePortion(
  trx: Transaction<Schema>,
  wave: WaveReference,
  least: number,
  way: SealingWay,
): Promise<number | null> {
  if ((await countWaiting(trx, wave)) < 2 * least) return null
  const next = await nextBatch(trx, wave)
  for (const table of ['pending_responses', 'pending_codes']) {
    await keepBehind(trx, { ...wave, table: sql.table(table), next, least }, way)
  }
  return next - 1
}

async function nextBatch(trx: Transaction<Schema>, { studyId, waveId }: WaveReference): Promise<number> {
  const { arriving } = await trx
    .updateTable('waves')
    .set(({ eb }) => ({ arriving: eb('arriving', '+', 1) }))
    .where('study_id', '=', studyId)
    .where('id', '=', waveId)
    .returning('arriving')
    .executeTakeFirstOrThrow()
  return arriving
}

interface Behind extends WaveReference {
  readonly table: RawBuilder<unknown>
  readonly next: number
  readonly least: number
}

async function keepBehind(
  trx: Transaction<Schema>,
  { studyId, waveId, table, next, least }: Behind,
  way: SealingWay,
): Promise<void> {
  const here = sql`study_id = ${studyId} and wave_id = ${waveId}`
  await sql`
    update ${table} set batch = ${next} where ${here} and ctid = any(array(
      select ctid from ${table} where ${here} ${way.chosen}
      offset (select count(*) from ${table} where ${here}) - ${least}))`.execute(trx)
}
