import { problem } from '@klankbord/model'
import { findPublication, setPublicationState, type PublicationSummary } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { audit } from '../staff/audit.ts'

/**
 * Lets everybody read what was for members, or takes a publication back. Its content stays as it was frozen. What everybody
 * could read once cannot go back to members, and what is about the respondents of one organisation stays with its members.
 *
 * @throws Problem `unknownPublication`, `readersNotPossible`
 */
export async function changeReaders(
  context: ServerContext,
  staff: StaffSession | null,
  place: { readonly studyId: string; readonly publication: string },
  to: 'public' | 'withdrawn',
): Promise<PublicationSummary> {
  const { db } = context.database
  const stored = await findPublication(db, place.publication)
  if (stored === null || stored.studyId !== place.studyId || stored.state === 'draft') {
    throw problem('unknownPublication', { publication: place.publication })
  }
  const { id, studyId, waveId, edition, state: from, organisationId } = stored
  const possible = to === 'public' ? from === 'members' && organisationId === null : from !== 'withdrawn'
  if (!possible) throw problem('readersNotPossible', { publication: id, from, to })
  await setPublicationState(db, studyId, id, { state: to, on: todayAt(context.clock.now()).today })
  await audit(context, staff, {
    action: to === 'public' ? 'results.opened' : 'results.withdrawn',
    studyId,
    ...(organisationId === null ? {} : { organisationId }),
    details: { wave: waveId, edition },
  })
  return { ...stored, state: to }
}
