import { problem } from '@klankbord/model'
import { findStudy, findWave, type Study, type Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'

/** The study with this id. @throws Problem `unknownStudy` */
export async function studyAt(context: ServerContext, studyId: string): Promise<Study> {
  const study = await findStudy(context.database.db, studyId)
  if (study === null) throw problem('unknownStudy', { study: studyId })
  return study
}

/** The wave of a study with this id. @throws Problem `unknownWave` */
export async function waveOf(context: ServerContext, studyId: string, waveId: string): Promise<Wave> {
  const wave = await findWave(context.database.db, { studyId, waveId })
  if (wave === null) throw problem('unknownWave', { wave: waveId })
  return wave
}

/**
 * The number of a version as a path names it.
 *
 * @throws Problem `unknownVersion` for what is no number of any version
 * @example versionNumber('3') // 3
 */
export function versionNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw problem('unknownVersion', { version: 0 })
  return Number(text)
}
