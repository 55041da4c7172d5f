import type { LocalizedText, Organisation, WaveMode, WaveState } from '@klankbord/model'
import {
  countResponsesByWave,
  listPublications,
  listVersions,
  listWaves,
  type PublicationSummary as StoredSummary,
  type Study,
  type Wave,
} from '@klankbord/storage'
import type { ServerContext } from '../context.ts'

/** One round of fieldwork, as staff see it. */
export interface WaveSummary {
  readonly id: string
  readonly title: LocalizedText
  readonly address: string
  readonly url: string
  readonly mode: WaveMode
  readonly state: WaveState
  readonly version: number
  readonly answers: number
  /** Null without a list of who could answer. */
  readonly invited: number | null
}

/** One published edition, as staff see it. */
export interface PublicationSummary {
  readonly id: string
  readonly waveId: string
  readonly edition: number
  readonly publishedOn: string
  readonly url: string
}

/** A study with what the list of studies shows of it. */
export interface StudySummary {
  readonly id: string
  readonly title: LocalizedText
  readonly organisation: Organisation
  readonly sample: boolean
  readonly tryOut: boolean
  /** The latest published version of the questionnaire. */
  readonly version: number | null
  readonly waves: readonly WaveSummary[]
  readonly publications: readonly PublicationSummary[]
}

/** Everything that the list of studies shows of one study. */
export async function studySummary(context: ServerContext, study: Study): Promise<StudySummary> {
  const { db } = context.database
  const [waves, counts, publications, versions] = await Promise.all([
    listWaves(db, study.id),
    countResponsesByWave(db, study.id),
    listPublications(db, study.id),
    listVersions(db, study.id),
  ])
  const { id, title, organisation, sample } = study
  return {
    id,
    title,
    organisation,
    sample,
    tryOut: study.tryOut || context.settings.tryOut,
    version: versions.at(-1)?.version ?? null,
    waves: waves.map((wave) => waveSummary(context, wave, counts.get(wave.id) ?? 0)),
    publications: publications
      .filter(({ state }) => state === 'public')
      .map((publication) => publicationSummary(context, publication)),
  }
}

/** A wave with the address that respondents get. */
export function waveSummary(context: ServerContext, wave: Wave, answers: number): WaveSummary {
  const { id, title, address, mode, state, version, frame } = wave
  const url = `${context.settings.publicUrl()}/v/${address}`
  return { id, title, address, url, mode, state, version, answers, invited: frame?.invited ?? null }
}

/** A publication with the address that councils get. */
export function publicationSummary(
  context: ServerContext,
  { id, waveId, edition, publishedOn }: Omit<StoredSummary, 'state' | 'studyId'>,
): PublicationSummary {
  return { id, waveId, edition, publishedOn, url: `${context.settings.publicUrl()}/r/${id}` }
}
