import { problem } from '@klankbord/model'
import { findStudy, findWaveByAddress, isUuid, type Study } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'

/** The study that people name: by its id, or by the address of one of its waves. @throws Problem `unknownStudy` */
export async function studyNamed({ database: { db } }: ServerContext, given: string): Promise<Study> {
  const name = given.trim().toLowerCase()
  const study = isUuid(name) ? await findStudy(db, name) : ((await findWaveByAddress(db, name))?.study ?? null)
  if (study === null) throw problem('unknownStudy', { study: given })
  return study
}
