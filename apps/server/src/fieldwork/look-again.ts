import { accessCodeState, readInvitationCodes, type MessageOutcome } from '@klankbord/storage'
import { accessCodeHash } from '../access/access-code.ts'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'
import { wavePhase } from '../respondent/wave-phase.ts'
import { notWanted, type MailInFieldwork } from './mail-events.ts'

/** A message that is about to be sent, and the invitation that it is for. */
export interface MailAboutToGo extends MailInFieldwork {
  readonly message: MailInFieldwork['message'] & { readonly invitationId: string }
}

/**
 * Looks again at a message that waited, for the round and the person may not stand as they did when it was written: before
 * the first day it waits on, and what nobody wants any more is dropped. In a confidential round a reminder is dropped, too,
 * when the person answered meanwhile; in an anonymous one nobody looks who used a code.
 *
 * @returns what becomes of the message instead of being sent; null when it is to be sent
 */
export async function lookAgain(context: ServerContext, about: MailAboutToGo): Promise<MessageOutcome | null> {
  const reason = notWanted(about)
  if (reason !== null) return { state: 'failed', reason }
  if (wavePhase(about.wave, context.clock) === 'before')
    return { state: 'waiting', reason: 'waveNotOpenYet', nextTry: nextMorning(context.clock.now()), untried: true }
  return (await answeredMeanwhile(context, about)) ? { state: 'failed', reason: 'answeredMeanwhile' } : null
}

async function answeredMeanwhile(context: ServerContext, { message, wave }: MailAboutToGo): Promise<boolean> {
  if (wave.mode !== 'codeConfidential' || message.kind !== 'reminded') return false
  const place = { studyId: wave.studyId, waveId: wave.id }
  const code = (await readInvitationCodes(contactStore(context), place, message.invitationId)).get(message.invitationId)
  if (code === undefined) return false
  const hash = accessCodeHash(context.settings.keys.accessCodes, place, code)
  return (await accessCodeState(context.database.db, place, hash)) === 'used'
}

const MORNING = 7

/** At seven in UTC, eight or nine where respondents are: a first day may be moved, and nobody is written to at midnight. */
function nextMorning(now: Date): Date {
  const morning = new Date(now)
  morning.setUTCHours(MORNING, 0, 0, 0)
  if (morning <= now) morning.setUTCDate(morning.getUTCDate() + 1)
  return morning
}
