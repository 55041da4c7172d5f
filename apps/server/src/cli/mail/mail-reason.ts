import { say } from '../say.ts'

const SENTENCES = {
  serverUnknown: 'mailReason.serverUnknown',
  serverAway: 'mailReason.serverAway',
  notEncrypted: 'mailReason.notEncrypted',
  signInRefused: 'mailReason.signInRefused',
  senderRefused: 'mailReason.senderRefused',
  recipientRefused: 'mailReason.recipientRefused',
  policyRefused: 'mailReason.policyRefused',
  textRefused: 'mailReason.textRefused',
  askedToWait: 'mailReason.askedToWait',
  brokenOff: 'mailReason.brokenOff',
  waveClosed: 'mailReason.waveClosed',
  waveNotOpenYet: 'mailReason.waveNotOpenYet',
  answeredMeanwhile: 'mailReason.answeredMeanwhile',
  noLongerAsked: 'mailReason.noLongerAsked',
  altered: 'mailReason.altered',
} as const

/** Why mail was not sent, and what to do, in a sentence. */
export function mailReason(reason: string): string {
  return reason in SENTENCES ? say(SENTENCES[reason as keyof typeof SENTENCES]) : reason
}
