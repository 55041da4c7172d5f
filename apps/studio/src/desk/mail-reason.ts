import type { Translate } from '@klankbord/model'
import type { MessageKey } from '../language/messages.ts'

/** Why a message was not sent: what whoever wrote to somebody can do about it, or must leave to who keeps the server. */
const KNOWN = [
  'recipientRefused',
  'textRefused',
  'policyRefused',
  'askedToWait',
  'waveClosed',
  'waveNotOpenYet',
  'answeredMeanwhile',
  'noLongerAsked',
  'altered',
] as const

/** Why a message was not sent, in a sentence; null before it was tried. */
export function mailReason(reason: string | null, t: Translate<MessageKey>): string | null {
  if (reason === null) return null
  const known = KNOWN.find((one) => one === reason)
  return t(known === undefined ? 'mailReason.server' : `mailReason.${known}`)
}
