import { sql, type Kysely } from 'kysely'
import type { Schema } from './schema.ts'
import { isUuid } from './is-uuid.ts'
import { keepFromMixing } from './sealing/mix-wave.ts'
import type { WaveReference } from './waves.ts'

/**
 * Withdraws the response that was sent with a withdrawal code. Its answers are gone; its id stays known, so that the
 * same response sent again is not stored again, and its access code stays used. What was quoted of it goes too: no later
 * edition has it.
 *
 * @param hash SHA-256 of the code
 * @returns whether there was one in this wave
 */
export async function withdrawResponse(db: Kysely<Schema>, wave: WaveReference, hash: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await keepFromMixing(trx, wave)
    return withdraw(trx, wave, hash)
  })
}

async function withdraw(db: Kysely<Schema>, { studyId, waveId }: WaveReference, hash: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with gone as (
      delete from responses where study_id = ${studyId} and wave_id = ${waveId} and withdrawal_hash = ${hash}
      returning study_id, id
    ), gone_unsealed as (
      delete from pending_responses where study_id = ${studyId} and wave_id = ${waveId} and withdrawal_hash = ${hash}
      returning study_id, id
    ), all_gone as (
      select study_id, id from gone union all select study_id, id from gone_unsealed
    ), known as (
      insert into withdrawn_responses (study_id, id) select study_id, id from all_gone
      on conflict (study_id, id) do nothing
    )
    select id from all_gone`.execute(db)
  // A statement of its own: it sees what was proposed while the one above waited.
  if (rows.length > 0)
    await db
      .deleteFrom('quotes')
      .where('study_id', '=', studyId)
      .where(
        'response_id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute()
  return rows.length > 0
}

/**
 * Forgets which responses were withdrawn before a week, of all studies. Nobody tries again that late.
 *
 * @param before ISO week, "2026-W18"
 * @returns how many there were
 */
export async function deleteOldWithdrawals(db: Kysely<Schema>, before: string): Promise<number> {
  const result = await db.deleteFrom('withdrawn_responses').where('week', '<', before).executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** Whether a response is stored with this id and this hash of its withdrawal code: only its own sender knows both. */
export async function isStored(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  response: { readonly id: string; readonly withdrawalHash: string },
): Promise<boolean> {
  if (!isUuid(response.id)) return false
  const { rows } = await sql`
    select from responses where study_id = ${studyId} and wave_id = ${waveId} and id = ${response.id}
      and withdrawal_hash = ${response.withdrawalHash}
    union all
    select from pending_responses where study_id = ${studyId} and wave_id = ${waveId} and id = ${response.id}
      and withdrawal_hash = ${response.withdrawalHash}`.execute(db)
  return rows.length > 0
}
