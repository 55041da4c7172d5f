import type { MessageOutcome } from '@klankbord/storage'
import type { MailFailure } from './mail-failure.ts'

const MINUTE = 60_000

/** How long to wait after each try, in minutes; after the last one a message failed. */
const WAITS: readonly number[] = [1, 5, 30, 120, 720]
const LONGEST = 720

/**
 * What becomes of a message after a try.
 *
 * @param failure null: it was sent
 * @param tries how often it was tried, this time included
 * @example afterTry(null, 1, now) // { state: 'sent' }
 */
export function afterTry(failure: MailFailure | null, tries: number, now: Date): MessageOutcome {
  if (failure === null) return { state: 'sent' }
  const { reason, final, ofServer } = failure
  const wait = WAITS[tries - 1]
  // A message has not failed because the server of mail was away, however long that takes.
  if (final || (wait === undefined && !ofServer)) return { state: 'failed', reason }
  return { state: 'waiting', reason, nextTry: new Date(now.getTime() + (wait ?? LONGEST) * MINUTE) }
}
