import { addDeletions, deletingFrom, dueTryOuts, eraseTryOut, forgetAskedInTryOut } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { logFault } from '../http/request-log.ts'
import { retentionPlaces } from '../retention/carry-out-retention.ts'
import { audit } from '../staff/audit.ts'

/**
 * Erases the waves for trying out whose days are over, and writes down that they were. One that cannot be erased now, such
 * as of a study that is held, stops no other and is tried again the next day.
 */
export async function eraseTryOuts(context: ServerContext): Promise<void> {
  const { db, contacts } = retentionPlaces(context)
  const { today } = todayAt(context.clock.now())
  const said = { why: 'retention', by: 'klankbord', on: today } as const
  for (const wave of await dueTryOuts(db, today)) {
    try {
      await forgetAskedInTryOut(contacts, wave)
      await deletingFrom(db, wave.studyId, async (trx) => {
        await addDeletions(trx, wave.studyId, await eraseTryOut(trx, wave, said))
      })
      await audit(context, null, { action: 'wave.erased', studyId: wave.studyId, details: { wave: wave.waveId } })
    } catch (error) {
      logFault(context.log, error, 'try-out')
    }
  }
}
