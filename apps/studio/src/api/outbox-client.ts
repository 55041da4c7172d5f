import { waveAddress, type WaveKeys } from './fieldwork-client.ts'
import { request } from './request.ts'

/** Whom to write to. */
export interface MailOrder {
  readonly kind: 'invitation' | 'reminder'
}

/** How many messages wait now, and who gets none. */
export interface QueuedMails {
  readonly queued: number
  readonly needLetter: number
  readonly withoutCode: number
  readonly remindedLately: number
}

/** A message that was not sent yet. */
export interface WaitingMail {
  readonly id: string
  readonly kind: 'invited' | 'reminded'
  readonly state: 'waiting' | 'failed'
  /** A word for why it was not sent; null before it was tried. */
  readonly reason: string | null
  /** Null when it does not open any more. */
  readonly to: { readonly name: string | null; readonly address: string } | null
}

/** The same as it will be read. */
export interface ReadMail extends WaitingMail {
  readonly subject: string
  readonly text: string
}

export interface Outbox {
  readonly counts: { readonly waiting: number; readonly sent: number; readonly failed: number }
  /** At most two hundred. */
  readonly messages: readonly WaitingMail[]
  /** Whether the server sends mail by itself. */
  readonly sends: boolean
}

/** What the studio asks about mail to people who are asked. */
export interface OutboxClient {
  queueMails(keys: WaveKeys, order: MailOrder): Promise<QueuedMails>
  outbox(study: string): Promise<Outbox>
  waitingMail(study: string, message: string): Promise<ReadMail>
  noteMailSent(study: string, messages: readonly string[] | 'all'): Promise<{ readonly noted: number }>
}

/** The address of the mail that waits as a file for mail programs: of one message, or of all. */
export function mailFile(study: string, message: string | null): string {
  const outbox = `/api/studies/${encodeURIComponent(study)}/outbox`
  return message === null ? `${outbox}.mbox` : `${outbox}/${encodeURIComponent(message)}/eml`
}

/** Makes the part of the client that is about mail. */
export function outboxClient(fetcher: typeof fetch): OutboxClient {
  const at = (study: string, rest = ''): string => `/api/studies/${encodeURIComponent(study)}/outbox${rest}`
  return {
    queueMails: (keys, order) => request(fetcher, 'POST', waveAddress(keys, '/invitations/mails'), order),
    outbox: (study) => request(fetcher, 'GET', at(study)),
    waitingMail: (study, message) => request(fetcher, 'GET', at(study, `/${encodeURIComponent(message)}`)),
    noteMailSent: (study, messages) => request(fetcher, 'POST', at(study, '/sent'), { messages }),
  }
}
