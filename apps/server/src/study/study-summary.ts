import type { PublicationSummary, StudySummary, WaveSummary } from '@klankbord/model'
import {
  countAccessCodes,
  countResponsesByWave,
  listOrganisations,
  listPublications,
  listVersions,
  listWaves,
  type AccessCodeCount,
  type PublicationSummary as StoredSummary,
  type StaffOrganisation,
  type Study,
  type Wave,
} from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { frontUrl } from '../respondent/short-address.ts'
import { asOf } from '../publication/as-of.ts'
import { studyPolicy } from './study-policy.ts'
import { wavePhase } from '../respondent/wave-phase.ts'

/** Everything that the list of studies shows of one study. */
export async function studySummary(context: ServerContext, study: Study): Promise<StudySummary> {
  const { db } = context.database
  const [waves, counts, publications, versions, organisations] = await Promise.all([
    listWaves(db, study.id),
    countResponsesByWave(db, study.id),
    listPublications(db, study.id),
    listVersions(db, study.id),
    listOrganisations(db),
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
    publications: publications.map((publication) => publicationSummary(context, publication, organisations)),
  }
}

/** A wave with the address that respondents get. */
export async function waveSummary(context: ServerContext, wave: Wave, answers: number): Promise<WaveSummary> {
  const { id, title, address, mode, version, frame, portion, erasesOn } = wave
  const { opensOn, closesOn, resultsFrom, languages, channels, quotas } = wave
  const phase = wavePhase(wave, context.clock)
  const url = `${context.settings.publicUrl()}/v/${address}`
  const counted = mode === 'open' ? null : await codesOf(context, wave)
  const codes = counted && { made: counted.made, used: counted.used }
  return {
    id,
    title,
    address,
    frontUrl: frontUrl(context.settings.publicUrl(), address),
    url,
    mode,
    // It is closed from the day that was set, also before it is noted so.
    state: wave.state === 'open' && (phase === 'finishing' || phase === 'over') ? 'closed' : wave.state,
    begun: phase !== 'before',
    version,
    answers,
    invited: frame?.invited ?? null,
    portion,
    plan: { opensOn, closesOn, resultsFrom, languages, channels, quotas },
    erasesOn,
    codes,
  }
}

/** Codes as far as staff of the study may count them. */
async function codesOf(context: ServerContext, { studyId, id: waveId }: Wave): Promise<AccessCodeCount> {
  const { leastGroup } = await studyPolicy(context, studyId)
  return countAccessCodes(context.database.db, { studyId, waveId }, leastGroup)
}

/** Whether anybody may read it but those who made it. */
export function isShown({ state }: Pick<StoredSummary, 'state'>): boolean {
  return state === 'public' || state === 'members' || state === 'embargoed'
}

/** A publication with the address that its readers get, as it stands now. */
export function publicationSummary(
  context: ServerContext,
  stored: StoredSummary,
  organisations: readonly StaffOrganisation[],
): PublicationSummary {
  const { id, waveId, edition, publishedOn, state, organisationId, embargoUntil, withdrawal, correction } = asOf(
    stored,
    context.clock,
  )
  return {
    id,
    waveId,
    edition,
    publishedOn,
    url: `${context.settings.publicUrl()}/r/${id}`,
    state,
    readers: state === 'public' ? 'everybody' : 'members',
    embargoUntil: embargoUntil?.toISOString() ?? null,
    withdrawal,
    correction,
    partOf: organisations.find((one) => one.id === organisationId)?.name ?? null,
  }
}
