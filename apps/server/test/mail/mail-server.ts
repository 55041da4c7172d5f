import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { MailSettings } from '../../src/mail/mail-settings.ts'

/** A message as it came over the wire. */
export interface Delivered {
  readonly from: string
  readonly to: readonly string[]
  /** With its headers, as it came. */
  readonly source: string
}

/** A real SMTP server on loopback, which keeps what it gets. */
export interface MailServer {
  readonly port: number
  readonly delivered: readonly Delivered[]
  /** Settings of a server that sends its mail here. */
  readonly settings: (rest?: Partial<NonNullable<MailSettings['server']>>) => MailSettings
  close(): Promise<void>
}

/** What it says no to: the address in RCPT TO, or the message itself; null takes it. */
export interface MailRules {
  readonly refuses?: (address: string) => { readonly code: number; readonly text: string } | null
  readonly refusesText?: (source: string) => { readonly code: number; readonly text: string } | null
  /** Only who signs in as this may send. */
  readonly account?: { readonly user: string; readonly pass: string }
  /** 0: any. */
  readonly port?: number
  readonly options?: SMTPServerOptions
}

export async function startMailServer(rules: MailRules = {}): Promise<MailServer> {
  const delivered: Delivered[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: rules.account === undefined,
    allowInsecureAuth: true,
    logger: false,
    disableReverseLookup: true,
    onAuth: ({ username, password }, _session, done) => {
      const { user, pass } = rules.account ?? {}
      if (username === user && password === pass) done(null, { user })
      else done(refusal({ code: 535, text: '5.7.8 no' }))
    },
    onRcptTo: ({ address }, _session, done) => done(refusal(rules.refuses?.(address) ?? null)),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString('utf8')
        const refused = refusal(rules.refusesText?.(source) ?? null)
        if (refused) return done(refused)
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        delivered.push({ from, to: envelope.rcptTo.map(({ address }) => address), source })
        done()
      })
    },
    ...rules.options,
  })
  server.on('error', () => undefined)
  server.listen(rules.port ?? 0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    delivered,
    settings: (rest = {}) => ({
      server: { host: '127.0.0.1', port, secure: false, encrypted: false, auth: rules.account ?? null, ...rest },
      from: { name: 'Raad van Voorbeeldstad', address: 'raad@voorbeeldstad.example' },
      perMinute: 60,
    }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function refusal(
  said: { readonly code: number; readonly text: string } | null,
): (Error & { responseCode: number }) | null {
  return said === null ? null : Object.assign(new Error(said.text), { responseCode: said.code })
}
