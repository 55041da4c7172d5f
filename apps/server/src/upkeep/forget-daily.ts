import {
  closeDueWaves,
  deleteExpiredSessions,
  deleteOldDrafts,
  deleteOldWithdrawals,
  forgetStaffMessages,
} from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { logFault } from '../http/request-log.ts'
import { carryOutRetention } from '../retention/carry-out-retention.ts'
import { firstWeekKept } from './draft-days.ts'
import { eraseTryOuts } from './erase-try-outs.ts'

const DAY = 24 * 60 * 60 * 1000

/**
 * Closes the waves whose last day is over, and forgets what is kept for a while only: answers that were not sent, ids of
 * withdrawn responses, sessions that expired, mail to staff whose link is over, and of every study what its terms say.
 */
export async function forgetWhatIsOver(context: ServerContext): Promise<void> {
  const { database, clock } = context
  const now = clock.now()
  const before = firstWeekKept(now)
  await closeDueWaves(database.db, todayAt(now).today)
  await deleteOldDrafts(database.db, before)
  await deleteOldWithdrawals(database.db, before)
  await deleteExpiredSessions(database.db, now)
  await forgetStaffMessages(database.db, now)
  await eraseTryOuts(context)
  await endTerms(context)
}

/** A day on which it fails must not keep the server from starting: it is written down, and made up for by the next. */
async function endTerms(context: ServerContext): Promise<void> {
  await tellRound(context).catch((error: unknown) => logFault(context.log, error, 'retention'))
}

/** What was deleted stands in the proof of each study; here only that something was, and what needs a look. */
async function tellRound(context: ServerContext): Promise<void> {
  const { studies, uncleared, logs } = await carryOutRetention(context, { dryRun: false })
  const deletions = studies.reduce((count, { deleted }) => count + deleted.length, 0)
  const held = studies.filter((study) => study.held !== null).length
  if (studies.length > 0) context.log.info({ deletions, held }, 'retention')
  const kept = logs.filter(({ gone }) => !gone).map(({ name, reason }) => ({ name, reason }))
  if (uncleared.length > 0 || kept.length > 0)
    context.log.warn({ tables: uncleared, logs: kept }, 'bytes of what was deleted may still lie in files')
}

/**
 * Does so every day for as long as the process lives, and keeps no process alive. A day on which it fails is written
 * down and made up for by the next.
 *
 * @returns what ends it: waits for a round that is under way
 */
export function forgetDaily(context: ServerContext): () => Promise<void> {
  let round = Promise.resolve()
  const timer = setInterval(() => {
    round = round
      .then(() => forgetWhatIsOver(context))
      .catch((error: unknown) => logFault(context.log, error, 'upkeep'))
  }, DAY)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await round
  }
}
