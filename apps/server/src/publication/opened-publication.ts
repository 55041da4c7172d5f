import { problem, type Publication, type PublicationTombstone } from '@klankbord/model'
import { reopen } from '@klankbord/disclosure'
import { answersDeletedOn, findPublication, type StoredPublication } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { Asking } from '../staff/staff-accounts.ts'
import { mayKnow } from './may-read.ts'

/** A publication as it may be shown. */
export interface OpenedPublication {
  readonly publication: Publication
  readonly content: string
  /** ISO date of the day on which the answers behind it were deleted; null while they are there. */
  readonly inputGone: string | null
  /** Whether everybody may read it, and keep it for a while. */
  readonly forEverybody: boolean
}

/**
 * A publication that whoever asks may read, re-opened through disclosure, which checks its hash and verdict. To whom it is not
 * for it is not there.
 *
 * @throws Problem `unknownPublication`, `publicationWithdrawn`, `publicationAltered`
 */
export async function openedPublication(
  context: ServerContext,
  id: string,
  asking: Asking,
): Promise<OpenedPublication> {
  const stored = await known(context, id, asking)
  if (stored === null) throw problem('unknownPublication', { publication: id })
  if (stored.state === 'withdrawn') throw problem('publicationWithdrawn', { publication: id })
  return {
    publication: reopen(JSON.parse(stored.content)),
    content: stored.content,
    inputGone: await answersDeletedOn(context.database.db, stored.studyId, stored.waveId),
    forEverybody: stored.state === 'public',
  }
}

/** What is left of a publication whose term is over; null for any other address, and for whom it was not. */
export async function tombstoneAt(
  context: ServerContext,
  id: string,
  asking: Asking,
): Promise<PublicationTombstone | null> {
  return (await known(context, id, asking))?.tombstone ?? null
}

async function known(context: ServerContext, id: string, asking: Asking): Promise<StoredPublication | null> {
  const stored = await findPublication(context.database.db, id)
  return stored !== null && (await mayKnow(context, stored, asking)) ? stored : null
}
