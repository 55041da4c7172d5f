import { createTransport } from 'nodemailer'
import { mailFailure, type MailFailure } from './mail-failure.ts'
import type { MailAddress, MailServer } from './mail-settings.ts'
import { composed, type Mail } from './mail.ts'

/** Sends mail, one message after the other. */
export interface Mailer {
  /** Whether the server answers, encrypts as it should and lets us in; null when it does. */
  verify(): Promise<MailFailure | null>
  /** Null when the server took it. */
  send(mail: Mail): Promise<MailFailure | null>
  close(): void
}

const SECOND = 1_000

/**
 * A mailer by SMTP. Nothing is connected until the first message; nothing of what it says to the server is logged.
 *
 * @example const mailer = openMailer({ server, from }); await mailer.send(mail); mailer.close()
 */
export function openMailer({ server, from }: { readonly server: MailServer; readonly from: MailAddress }): Mailer {
  const { host, port, secure, encrypted, auth } = server
  const transport = createTransport({
    pool: true,
    maxConnections: 1,
    host,
    port,
    secure,
    requireTLS: encrypted && !secure,
    ignoreTLS: !encrypted && !secure,
    ...(auth === null ? {} : { auth }),
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    dnsTimeout: 10 * SECOND,
    socketTimeout: 30 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const tried = async (work: () => Promise<unknown>): Promise<MailFailure | null> => {
    try {
      await work()
      return null
    } catch (error) {
      return mailFailure(error)
    }
  }
  return {
    verify: () => tried(() => transport.verify()),
    send: (mail) => tried(() => transport.sendMail(composed(mail, from))),
    close: () => transport.close(),
  }
}
