/** Why a message was not taken: a word of ours, never what a server said, for that may hold an address. */
export type MailReason =
  | 'serverUnknown'
  | 'serverAway'
  | 'notEncrypted'
  | 'signInRefused'
  | 'senderRefused'
  | 'recipientRefused'
  | 'policyRefused'
  | 'textRefused'
  | 'askedToWait'
  | 'brokenOff'

/** A try that did not succeed. */
export interface MailFailure {
  readonly reason: MailReason
  /** Nothing is wrong with the message: the server cannot be used at all now. */
  readonly ofServer: boolean
  /** Trying again would be refused again. */
  readonly final: boolean
}

/** What the mail library tells of a failure. */
interface Told {
  readonly code?: string
  /** What was asked of the server when it failed. */
  readonly command?: string
  /** Of its answer, as in 550. */
  readonly responseCode?: number
  readonly response?: string
}

/** Before a message is begun: what is refused there is refused to all. */
const OF_SERVER = { ofServer: true, final: false }
const LATER = { ofServer: false, final: false }
const NEVER = { ofServer: false, final: true }

/** RFC 3463: codes x.7.x are about policy and permission, not about the person at the address. */
const POLICY = /^\d{3}[ -][45]\.7\.\d+/

/** What went wrong, from what the mail library threw. */
export function mailFailure(error: unknown): MailFailure {
  const { code, command = '', responseCode: answered = 0, response = '' } = error as Told
  if (code === 'EDNS') return { reason: 'serverUnknown', ...OF_SERVER }
  if (code === 'ETLS' || isCertificateFault(error)) return { reason: 'notEncrypted', ...OF_SERVER }
  if (code === 'EAUTH' || code === 'ENOAUTH') return { reason: 'signInRefused', ...OF_SERVER }
  if (command === 'MAIL FROM') {
    return answered >= 500 ? { reason: 'senderRefused', ...OF_SERVER } : { reason: 'askedToWait', ...LATER }
  }
  if (command === 'RCPT TO') {
    if (answered < 500) return { reason: 'askedToWait', ...LATER }
    return POLICY.test(response) ? { reason: 'policyRefused', ...LATER } : { reason: 'recipientRefused', ...NEVER }
  }
  if (command === 'DATA') {
    return answered >= 500 ? { reason: 'textRefused', ...NEVER } : { reason: 'askedToWait', ...LATER }
  }
  if (code === 'EENVELOPE') return { reason: 'recipientRefused', ...NEVER }
  const before = command === 'CONN' || command === ''
  return before ? { reason: 'serverAway', ...OF_SERVER } : { reason: 'brokenOff', ...LATER }
}

/** Node tells by codes of its own that a certificate is not to be trusted, or that a server does not encrypt. */
function isCertificateFault(error: unknown): boolean {
  const { originalCode = '', message = '' } = error as { readonly originalCode?: string; readonly message?: string }
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME|SSL|EPROTO/.test(originalCode) || /certificate/i.test(message)
}
