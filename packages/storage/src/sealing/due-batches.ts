import { sql, type Transaction } from 'kysely'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'

interface Batch {
  readonly batch: number
  readonly responses: number
}

/**
 * Moves a wave on to its next batch when enough have arrived, and tells up to which batch it can be sealed: one batch
 * stays behind, so that the last portion of a wave has as many as the others.
 *
 * @param least how many responses are sealed together
 * @returns the number of the last batch to seal; null when too few wait
 * @example await dueBatches(trx, wave, 20) // null until 40 have come, in two batches of 20
 */
export async function dueBatches(trx: Transaction<Schema>, wave: WaveReference, least: number): Promise<number | null> {
  const batches = await waitingBatches(trx, wave)
  const arriving = await arrivingBatch(trx, wave)
  const arrived = batches.find(({ batch }) => batch === arriving)
  if (arrived === undefined || arrived.responses < least) return null
  await trx
    .updateTable('waves')
    .set({ arriving: arriving + 1 })
    .where('study_id', '=', wave.studyId)
    .where('id', '=', wave.waveId)
    .execute()
  const before = batches.filter(({ batch }) => batch < arriving)
  const responses = before.reduce((sum, one) => sum + one.responses, 0)
  return responses >= least ? arriving - 1 : null
}

async function waitingBatches(trx: Transaction<Schema>, { studyId, waveId }: WaveReference): Promise<readonly Batch[]> {
  const { rows } = await sql<Batch>`
    select batch, count(*)::integer as responses from pending_responses
    where study_id = ${studyId} and wave_id = ${waveId} group by batch order by batch`.execute(trx)
  return rows
}

async function arrivingBatch(trx: Transaction<Schema>, { studyId, waveId }: WaveReference): Promise<number> {
  const { arriving } = await trx
    .selectFrom('waves')
    .select('arriving')
    .where('study_id', '=', studyId)
    .where('id', '=', waveId)
    .executeTakeFirstOrThrow()
  return arriving
}
