import type { PublicationSummary, StudySummary, WaveSummary } from '@klankbord/model'

/** The steps of a study, in their fixed order. */
export const STEPS = ['design', 'fieldwork', 'publication'] as const
export type Step = (typeof STEPS)[number]

/** What to do next. `readResults` and `awaitAnswers` ask nothing of the researcher now. */
export type NextAction =
  'publishVersion' | 'openWave' | 'awaitAnswers' | 'followWave' | 'publishResults' | 'readResults'

/** Where a study is. */
export interface Progress {
  readonly step: Step
  readonly action: NextAction
  /** The wave that counts now: the open one, else the latest; never one for trying out. */
  readonly wave: WaveSummary | null
  /** The latest edition of that wave. */
  readonly publication: PublicationSummary | null
}

/**
 * Where a study is and what comes next, from its summary alone.
 *
 * @example progressOf({ ...study, version: null, waves: [], publications: [] }).action // 'publishVersion'
 */
export function progressOf(study: StudySummary): Progress {
  const wave = currentWave(study)
  const publication = wave === null ? null : latestEdition(study, wave.id)
  if (wave === null) {
    return study.version === null
      ? { step: 'design', action: 'publishVersion', wave, publication }
      : { step: 'fieldwork', action: 'openWave', wave, publication }
  }
  if (wave.state === 'open') {
    return { step: 'fieldwork', action: wave.answers === 0 ? 'awaitAnswers' : 'followWave', wave, publication }
  }
  if (publication !== null) return { step: 'publication', action: 'readResults', wave, publication }
  return wave.answers === 0
    ? { step: 'fieldwork', action: 'openWave', wave, publication }
    : { step: 'publication', action: 'publishResults', wave, publication }
}

/** The open wave, else the one that was made last, else null. One for trying out never takes the place of one in earnest. */
export function currentWave(study: Pick<StudySummary, 'waves'>): WaveSummary | null {
  const waves = wavesInEarnest(study)
  return waves.findLast((wave) => wave.state === 'open') ?? waves.at(-1) ?? null
}

/** The waves that are not for trying out, in their order. */
export function wavesInEarnest({ waves }: Pick<StudySummary, 'waves'>): readonly WaveSummary[] {
  return waves.filter(({ erasesOn }) => erasesOn === null)
}

/** The edition with the highest number of a wave that is published, of all its respondents, or null. */
export function latestEdition(study: Pick<StudySummary, 'publications'>, waveId: string): PublicationSummary | null {
  return editionsOf(study, waveId).find((one) => one.partOf === null && isPublished(one)) ?? null
}

/** Whether others than the staff of the study may read it. */
export function isPublished({ state }: Pick<PublicationSummary, 'state'>): boolean {
  return state !== 'draft' && state !== 'withdrawn'
}

/** The number that the next edition of a wave gets: a draft makes place for it, a withdrawn one does not. */
export function nextEdition(study: Pick<StudySummary, 'publications'>, waveId: string): number {
  const numbers = editionsOf(study, waveId).flatMap(({ state, edition }) => (state === 'draft' ? [] : [edition]))
  return Math.max(0, ...numbers) + 1
}

/** The editions of a wave, the latest first. */
export function editionsOf(study: Pick<StudySummary, 'publications'>, waveId: string): readonly PublicationSummary[] {
  return study.publications.filter((one) => one.waveId === waveId).toSorted((a, b) => b.edition - a.edition)
}

/** The step where an action is done. */
export function stepOfAction(action: NextAction): Step {
  if (action === 'publishVersion') return 'design'
  return action === 'publishResults' || action === 'readResults' ? 'publication' : 'fieldwork'
}

/** Whether the study waits for the researcher, rather than the other way round. */
export function asksForAction(action: NextAction): boolean {
  return action !== 'readResults' && action !== 'awaitAnswers'
}
