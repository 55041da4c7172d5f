import { problem, type Publication, type PublicationTombstone } from '@klankbord/model'
import { reopen } from '@klankbord/disclosure'
import { answersDeletedOn, findPublication } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'

/** A publication as it may be shown. */
export interface OpenedPublication {
  readonly publication: Publication
  readonly content: string
  /** ISO date of the day on which the answers behind it were deleted; null while they are there. */
  readonly inputGone: string | null
}

/**
 * A publication that everybody may read, re-opened through disclosure, which checks its hash and verdict.
 *
 * @throws Problem `unknownPublication`, `publicationWithdrawn`, `publicationAltered`
 */
export async function openedPublication({ database }: ServerContext, id: string): Promise<OpenedPublication> {
  const stored = await findPublication(database.db, id)
  if (stored === null || stored.state === 'draft') throw problem('unknownPublication', { publication: id })
  if (stored.state === 'withdrawn') throw problem('publicationWithdrawn', { publication: id })
  return {
    publication: reopen(JSON.parse(stored.content)),
    content: stored.content,
    inputGone: await answersDeletedOn(database.db, stored.studyId, stored.waveId),
  }
}

/** What is left of a publication whose term is over; null for any other address. */
export async function tombstoneAt({ database }: ServerContext, id: string): Promise<PublicationTombstone | null> {
  return (await findPublication(database.db, id))?.tombstone ?? null
}
