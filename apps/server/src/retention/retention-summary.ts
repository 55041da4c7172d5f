import type { RetentionSummary } from '@klankbord/model'
import { collectionEnd, findHold, findRetentionTerms } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { retentionEnds } from './retention-ends.ts'

/** How long a study keeps what, until when that is, and whether something holds it. */
export async function retentionSummary(
  { database: { db } }: ServerContext,
  studyId: string,
): Promise<RetentionSummary> {
  const terms = await findRetentionTerms(db, studyId)
  const ends = retentionEnds(await collectionEnd(db, studyId), terms)
  return {
    contacts: { months: terms.contacts, until: ends.contacts },
    answers: { months: terms.answers, until: ends.answers },
    publications: { months: terms.publications },
    held: await findHold(db, studyId),
  }
}
