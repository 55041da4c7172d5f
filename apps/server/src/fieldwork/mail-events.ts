import { dispositionOf } from '@klankbord/model'
import type { InvitationEvent, Message, Wave } from '@klankbord/storage'
import type { Clock } from '../clock.ts'
import { wavePhase } from '../respondent/wave-phase.ts'
import { destinationOf } from './destination-of.ts'
import { notedOn } from './noted-on.ts'

/** Why a message is not sent any more. */
export type NotWanted = 'waveClosed' | 'noLongerAsked'

/** A message, the wave that it is about, and what happened to its invitation until now. */
export interface MailInFieldwork {
  readonly message: Pick<Message, 'id' | 'kind'>
  readonly wave: Wave
  readonly events: readonly InvitationEvent[]
  readonly clock: Clock
}

/** What is noted when a message was sent. It has the id of the message, so that noted twice it is once. */
export function sentMail({ message, wave, events, clock }: MailInFieldwork): InvitationEvent {
  const { id, kind } = message
  return { id, kind, on: notedOn(wave, clock), route: 'email', destination: destinationOf(events, 'email') }
}

/** What is noted when the server of mail says that nobody has this address. */
export function returnedMail({ message, wave, events, clock }: MailInFieldwork): InvitationEvent {
  const destination = destinationOf(events, 'email')
  return { id: message.id, kind: 'returnedUndeliverable', on: notedOn(wave, clock), destination }
}

/**
 * Why a message that waited is not to be sent any more, as things are now; null when it is. Somebody may have refused, or
 * got a letter, since it was written.
 */
export function notWanted({ message, wave, events, clock }: MailInFieldwork): NotWanted | null {
  if (['finishing', 'over'].includes(wavePhase(wave, clock))) return 'waveClosed'
  const disposition = dispositionOf(events)
  return disposition === (message.kind === 'invited' ? null : 'open') ? null : 'noLongerAsked'
}
