import { DEFAULT_POLICY, DEFAULT_RETENTION } from '@klankbord/model'
import type { KeptFor } from '@klankbord/pages'
import { findOwnTerms, hasContacts } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { retentionPlaces } from './carry-out-retention.ts'

/** What the introduction says about how long a study keeps what, as it is now. @throws Problem `databaseUnavailable` */
export async function keptFor(context: ServerContext, studyId: string): Promise<KeptFor> {
  const { db, contacts } = retentionPlaces(context)
  const [own, anybody] = await Promise.all([findOwnTerms(db, studyId), hasContacts({ db: contacts }, studyId)])
  const terms = own ?? DEFAULT_RETENTION
  return {
    answers: terms.answers,
    usual: own === null,
    contacts: anybody ? terms.contacts : null,
    leastGroup: DEFAULT_POLICY.leastGroup,
  }
}
