import type { PublicationSummary, StudySummary, WaveSummary } from '@klankbord/model'
import {
  countAccessCodes,
  countResponsesByWave,
  listPublications,
  listVersions,
  listWaves,
  type PublicationSummary as StoredSummary,
  type Study,
  type Wave,
} from '@klankbord/storage'
import type { ServerContext } from '../context.ts'

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
    waves: await Promise.all(waves.map((wave) => waveSummary(context, wave, counts.get(wave.id) ?? 0))),
    publications: publications
      .filter(({ state }) => state === 'public')
      .map((publication) => publicationSummary(context, publication)),
  }
}

/** A wave with the address that respondents get. */
export async function waveSummary(context: ServerContext, wave: Wave, answers: number): Promise<WaveSummary> {
  const { id, title, address, mode, state, version, frame, portion } = wave
  const url = `${context.settings.publicUrl()}/v/${address}`
  const counted = mode === 'open' ? null : await countAccessCodes(context.database.db, { ...wave, waveId: id })
  const codes = counted && { made: counted.made, used: counted.used }
  return { id, title, address, url, mode, state, version, answers, invited: frame?.invited ?? null, portion, codes }
}

/** A publication with the address that councils get. */
export function publicationSummary(
  context: ServerContext,
  { id, waveId, edition, publishedOn }: Omit<StoredSummary, 'state' | 'studyId'>,
): PublicationSummary {
  return { id, waveId, edition, publishedOn, url: `${context.settings.publicUrl()}/r/${id}` }
}
