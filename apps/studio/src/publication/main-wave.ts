import type { StudySummary, WaveSummary } from '@klankbord/model'
import { currentWave, latestEdition, wavesInEarnest } from '../study/study-progress.ts'

/**
 * The wave that has the main action of the page with results: a finished one whose results nobody can read yet, else the
 * latest finished one with results. A wave that is open can wait, so it comes only where none is finished.
 */
export function mainWave(study: Pick<StudySummary, 'waves' | 'publications'>): WaveSummary | null {
  const isRead = ({ id }: WaveSummary): boolean => latestEdition(study, id) !== null
  const finished = wavesInEarnest(study).filter((wave) => wave.state === 'closed' && (wave.answers > 0 || isRead(wave)))
  return finished.findLast((wave) => !isRead(wave)) ?? finished.at(-1) ?? currentWave(study)
}
