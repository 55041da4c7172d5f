import type { PublicationTombstone } from '@klankbord/model'
import {
  addDeletions,
  deleteAnswers,
  deletingFrom,
  eraseContacts,
  findPublication,
  removePublication,
  type Database,
  type DeletionNotice,
} from '@klankbord/storage'
import { z } from 'zod'
import { dueDeletions, type RetentionPlaces } from './due-deletions.ts'

/** In whose name the job works. */
const JOB = 'klankbord'

/**
 * Deletes what of a study is over today and writes it down. Of several processes that do so at once, one finds it.
 *
 * @param today ISO date
 * @returns what was deleted by this call
 * @throws Problem `studyHeld`
 */
export async function deleteDue(
  places: RetentionPlaces,
  studyId: string,
  today: string,
): Promise<readonly DeletionNotice[]> {
  const said = { why: 'retention', by: JOB, on: today } as const
  return deletingFrom(places.db, studyId, async (trx) => {
    // Looked at anew: what others deleted or set while this waited is seen now.
    const due = await dueDeletions({ ...places, db: trx }, studyId, today)
    const notices: (DeletionNotice | null)[] = []
    if (due.contacts > 0) notices.push(await eraseContacts(places.contacts, studyId, {}, said))
    for (const { waveId } of due.waves) notices.push(...(await deleteAnswers(trx, { studyId, waveId }, said)))
    for (const { id } of due.publications) {
      const tombstone = await tombstoneOf(trx, id, today)
      if (tombstone !== null) notices.push(await removePublication(trx, studyId, tombstone, said))
    }
    const deleted = notices.filter((notice) => notice !== null)
    await addDeletions(trx, studyId, deleted)
    return deleted
  })
}

const REMAINS = z.object({
  study: z.object({ title: z.record(z.string(), z.string()), organisation: z.string() }),
  language: z.string(),
  hash: z.string(),
})

/** What stays of a publication. It is not re-opened: an altered one has to go as well. */
async function tombstoneOf(db: Database['db'], id: string, removedOn: string): Promise<PublicationTombstone | null> {
  const stored = await findPublication(db, id)
  if (stored === null || stored.tombstone !== null) return null
  const { study, language, hash } = REMAINS.parse(JSON.parse(stored.content))
  const { edition, publishedOn } = stored
  return { id, edition, publishedOn, removedOn, language, title: study.title, organisation: study.organisation, hash }
}
