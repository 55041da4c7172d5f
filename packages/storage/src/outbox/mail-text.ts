import { sql, type RawBuilder } from 'kysely'
import { paddedJson, seal, unseal, type Bond, type RandomBytes } from '../contacts/contact-cipher.ts'

/** A message as it is sealed: whom to and what it says. */
export interface MailText {
  readonly to: { readonly name: string | null; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html: string | null
}

/** What became of a try to send a message. */
export type MessageOutcome =
  | { readonly state: 'sent' }
  | {
      readonly state: 'waiting'
      readonly reason: string
      readonly nextTry: Date
      /** It was not tried, so this does not count among its tries. */
      readonly untried?: true
    }
  | { readonly state: 'failed'; readonly reason: string }

/** Seals a message whole. */
export function sealMail(mail: MailText, key: Uint8Array, bond: Bond, random: RandomBytes): Buffer {
  return seal(paddedJson(mail), key, bond, random)
}

/** Opens a message; null when the row was changed or moved outside Klankbord, or has no text any more. */
export function openMail(sealed: Buffer | null, key: Uint8Array, bond: Bond): MailText | null {
  const opened = sealed === null ? null : unseal(sealed, key, bond)
  return opened === null ? null : (JSON.parse(opened.toString('utf8')) as MailText)
}

/** The columns of a message after a try. What was sent loses its text. */
export function settled(outcome: MessageOutcome): {
  readonly state: MessageOutcome['state']
  readonly reason: string | null
  readonly next_try: Date | null
  readonly tries?: RawBuilder<number>
  readonly sealed?: null
} {
  switch (outcome.state) {
    case 'sent':
      return { state: 'sent', reason: null, next_try: null, sealed: null }
    case 'waiting':
      return {
        state: 'waiting',
        reason: outcome.reason,
        next_try: outcome.nextTry,
        ...(outcome.untried === true && { tries: sql<number>`tries - 1` }),
      }
    case 'failed':
      return { state: 'failed', reason: outcome.reason, next_try: null }
  }
}
