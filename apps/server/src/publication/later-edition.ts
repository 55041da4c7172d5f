import type { LaterEdition } from '@klankbord/report-page'
import { listPublications, type PublicationSummary } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { Asking } from '../staff/staff-accounts.ts'
import { asOf } from './as-of.ts'
import { mayKnow } from './may-read.ts'

/**
 * The latest edition after this one, of the same people, that whoever asks may read; null when there is none. What everybody
 * reads is kept by others on the way, so it names nothing that only members may know of.
 */
export async function laterEdition(
  context: ServerContext,
  { studyId, waveId, organisationId, edition, publicSince }: PublicationSummary,
  asking: Asking,
): Promise<LaterEdition | null> {
  const later = (await listPublications(context.database.db, studyId))
    .filter((one) => one.waveId === waveId && one.organisationId === organisationId && one.edition > edition)
    .map((one) => asOf(one, context.clock))
    .filter(
      ({ state }) => state === 'public' || (publicSince === null && (state === 'members' || state === 'embargoed')),
    )
    .toSorted((one, other) => other.edition - one.edition)
  for (const one of later) if (await mayKnow(context, one, asking)) return toldOf(one, edition)
  return null
}

/** Why it came is told to readers of the edition that it took the place of; others missed one in between. */
function toldOf({ id, edition, publishedOn, correction }: PublicationSummary, before: number): LaterEdition {
  const why = correction !== null && correction.edition === before ? { correction } : {}
  return { address: `/r/${id}`, edition, publishedOn, ...why }
}
