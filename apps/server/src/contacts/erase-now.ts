import {
  addDeletions,
  deletingFrom,
  deliverErasures,
  eraseContacts,
  type DeletionNotice,
  type ErasedContacts,
} from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { retentionPlaces } from '../retention/carry-out-retention.ts'
import { clearUp, type ClearedUp } from '../sealing/clear-up.ts'

/** What somebody's decision deleted. */
export interface ErasedNow extends ClearedUp {
  /** Null when there was nothing. */
  readonly notice: DeletionNotice | null
}

/**
 * Deletes contacts because somebody decided it, writes it down, and takes their bytes out of the files.
 *
 * @throws Problem `studyHeld`, `unknownContact`
 */
export async function eraseNow(
  context: ServerContext,
  studyId: string,
  which: ErasedContacts,
  said: Pick<DeletionNotice, 'why' | 'by'>,
): Promise<ErasedNow> {
  const { db, contacts } = retentionPlaces(context)
  const on = todayAt(context.clock.now()).today
  const notice = await deletingFrom(db, studyId, async (trx) => {
    const erased = await eraseContacts(contacts, studyId, which, { ...said, on })
    await addDeletions(trx, studyId, erased === null ? [] : [erased])
    return erased
  })
  await deliverErasures(contacts, db)
  return notice === null ? { notice, uncleared: [], logs: [] } : { notice, ...(await clearUp(context)) }
}
