import { problem, type Publication } from '@klankbord/model'
import { reopen } from '@klankbord/disclosure'
import { findPublication } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'

/**
 * A publication that everybody may read, re-opened through disclosure, which checks its hash and verdict.
 *
 * @throws Problem `unknownPublication`, `publicationWithdrawn`, `publicationAltered`
 */
export async function openedPublication(
  { database }: ServerContext,
  id: string,
): Promise<{ readonly publication: Publication; readonly content: string }> {
  const stored = await findPublication(database.db, id)
  if (stored === null || stored.state === 'draft') throw problem('unknownPublication', { publication: id })
  if (stored.state === 'withdrawn') throw problem('publicationWithdrawn', { publication: id })
  return { publication: reopen(JSON.parse(stored.content)), content: stored.content }
}
