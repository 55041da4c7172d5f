import type { WaveReference } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { isUuid } from '../randomness.ts'

/** Whether this response was stored with this withdrawal code: only its own sender knows both. */
export async function isSent(
  { database }: ServerContext,
  wave: WaveReference,
  sent: { readonly id: string; readonly withdrawalHash: string },
): Promise<boolean> {
  if (!isUuid(sent.id)) return false
  const row = await database.db
    .selectFrom('responses')
    .select('id')
    .where('study_id', '=', wave.studyId)
    .where('wave_id', '=', wave.waveId)
    .where('id', '=', sent.id)
    .where('withdrawal_hash', '=', sent.withdrawalHash)
    .executeTakeFirst()
  return row !== undefined
}
