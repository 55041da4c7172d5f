import type { Publication } from '@klankbord/model'
import { reopen } from '@klankbord/disclosure'
import { findPublication, listPublications, type PublicationSummary, type Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { asOf } from './as-of.ts'

/** What everybody who reads a new publication of a wave could read before it. */
export interface ReadableBefore {
  /** The newest of each earlier wave of the study, the oldest wave first. */
  readonly earlier: readonly Publication[]
  /** The newest of this wave, else of the wave before; absent for the first of a study. */
  readonly before?: Publication
}

/**
 * The publications that a new one may be set beside: of all respondents, and public, since a new one may become public
 * later and what only members could read would come out with it.
 *
 * @param begin ISO week of the first answer of the wave; a wave that began later is not before it
 */
export async function readableBefore(
  { database: { db }, clock }: ServerContext,
  { studyId, id: waveId }: Wave,
  begin: string,
): Promise<ReadableBefore> {
  const readable = (await listPublications(db, studyId)).map((one) => asOf(one, clock)).filter(isReadable)
  const newest = [...new Map(readable.map((one) => [one.waveId, one])).values()]
  const opened = await Promise.all(
    newest.map(async ({ id, waveId: wave }) => {
      const stored = await findPublication(db, id)
      if (stored === null || stored.tombstone !== null) return []
      return [{ own: wave === waveId, publication: reopen(JSON.parse(stored.content)) }]
    }),
  )
  const found = opened.flat()
  const earlier = found
    .flatMap(({ own, publication }) => (own || publication.wave.from >= begin ? [] : [publication]))
    .toSorted((a, b) => (a.wave.from < b.wave.from ? -1 : 1))
  const before = found.find(({ own }) => own)?.publication ?? earlier.at(-1)
  return { earlier, ...(before !== undefined && { before }) }
}

/** Editions come in their order, so that the last of a wave is its newest. */
function isReadable({ state, organisationId }: PublicationSummary): boolean {
  return state === 'public' && organisationId === null
}
