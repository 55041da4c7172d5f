import { markStudyTryOut } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { OpenedWave } from './opened-wave.ts'

/**
 * Marks a study whose answers come in while this server is a try-out, before they are stored. The mark stays: once
 * there are answers from trying out, no publication of them may look like one in earnest. The sample study is marked
 * as made up already.
 */
export async function markTryOut({ database, settings }: ServerContext, { study }: OpenedWave): Promise<void> {
  if (settings.tryOut && !study.sample && !study.tryOut) await markStudyTryOut(database.db, study.id)
}
