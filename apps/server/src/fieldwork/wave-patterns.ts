import { problem } from '@klankbord/model'
import { codebook } from '@klankbord/questionnaire'
import { suspectPatterns, type SuspectPatterns } from '@klankbord/statistics'
import { findVersion, responsesByWeek, type Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { studyPolicy } from '../study/study-policy.ts'
import { refuseTryOut } from '../waves/refuse-try-out.ts'
import { waveDataset } from '../waves/wave-dataset.ts'

/** Signs in a wave, and the fewest people that any number in them counts. */
export interface WavePatterns extends SuspectPatterns {
  readonly leastGroup: number
}

/**
 * Signs that somebody may have answered many times or without reading, as counts of at least the least group: never whose.
 * Of an anonymous wave only what is sealed, and no bursts: its weeks are those of portions.
 */
export async function wavePatterns(context: ServerContext, wave: Wave): Promise<WavePatterns> {
  refuseTryOut(wave)
  const { db } = context.database
  const { studyId, id: waveId, version } = wave
  const frozen = await findVersion(db, studyId, version)
  if (frozen === null) throw problem('unknownVersion', { version })
  const { leastGroup } = await studyPolicy(context, studyId)
  const dataset = await waveDataset(context, wave, codebook(frozen.questionnaire))
  const weeks = wave.mode === 'codeAnonymous' ? [] : await responsesByWeek(db, { studyId, waveId })
  const received = weeks.map(({ week: period, responses }) => ({ period, responses }))
  return { ...suspectPatterns({ dataset, received, leastGroup }), leastGroup }
}
