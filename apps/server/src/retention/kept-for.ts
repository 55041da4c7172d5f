import { dayAfterMonths, DEFAULT_RETENTION } from '@klankbord/model'
import { dayBefore, type KeptFor } from '@klankbord/pages'
import { collectionEnd, findOwnTerms, hasContacts, type Wave } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { studyPolicy } from '../study/study-policy.ts'
import { retentionPlaces } from './carry-out-retention.ts'
import { retentionEnds } from './retention-ends.ts'

/** What of a wave decides how long its answers are kept. */
type DatedWave = Pick<Wave, 'studyId' | 'erasesOn' | 'state'>

/** What the pages of a wave say about how long its study keeps what, as it is now. @throws Problem `databaseUnavailable` */
export async function keptFor(context: ServerContext, wave: DatedWave): Promise<KeptFor> {
  const { db, contacts } = retentionPlaces(context)
  const { studyId } = wave
  const [own, anybody, { leastGroup }] = await Promise.all([
    findOwnTerms(db, studyId),
    hasContacts({ db: contacts }, studyId),
    studyPolicy(context, studyId),
  ])
  const terms = own ?? DEFAULT_RETENTION
  return {
    answers: terms.answers,
    usual: own === null,
    contacts: anybody ? terms.contacts : null,
    leastGroup,
    surelyUntil: await surelyUntil(context, wave, terms),
  }
}

/**
 * The last day on which the answers of a wave are surely still there. While people can still begin somewhere in the study
 * its term has not begun, and it can begin today at the earliest. A try-out goes on its own day.
 */
async function surelyUntil(
  context: ServerContext,
  { studyId, erasesOn, state }: DatedWave,
  terms: Parameters<typeof retentionEnds>[1],
): Promise<string> {
  if (erasesOn !== null) return dayBefore({ today: erasesOn }).today
  // An open wave keeps the term from beginning, so nothing needs to be looked up for it.
  const end = state === 'open' ? null : await collectionEnd(context.database.db, studyId)
  const { today } = todayAt(context.clock.now())
  const gone = retentionEnds(end, terms).answers ?? dayAfterMonths(today, terms.answers)
  return dayBefore({ today: gone }).today
}
