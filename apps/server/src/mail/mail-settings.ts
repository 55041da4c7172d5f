import { isIP } from 'node:net'
import { problem } from '@klankbord/model'

/** What the environment says of mail, as it stands there. */
export interface MailEnvironment {
  /** "smtp://user:password@host:587" or "smtps://…"; null: mail waits in the outbox. */
  readonly server: string | null
  /** "Raad van Voorbeeldstad <raad@voorbeeldstad.example>" */
  readonly from: string | null
  /** "off" lets mail and password go over a network that anybody on it can read. */
  readonly tls: string | null
  readonly perMinute: number
}

/** Somebody who mail comes from or goes to. */
export interface MailAddress {
  readonly name: string
  readonly address: string
}

/** How mail is sent. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** Encrypted from the first byte on; else by STARTTLS, which `encrypted` demands. */
  readonly secure: boolean
  readonly encrypted: boolean
  readonly auth: { readonly user: string; readonly pass: string } | null
}

/** What is set of mail. */
export interface MailSettings {
  /** Null: nothing is sent, mail waits in the outbox. */
  readonly server: MailServer | null
  /** Null only without a server. */
  readonly from: MailAddress | null
  /** How many messages this process sends in a minute at most. */
  readonly perMinute: number
}

/** Of a server that sends no mail. */
export const NO_MAIL: MailSettings = { server: null, from: null, perMinute: 60 }

/**
 * Reads what is set of mail. Never repeats what stands there: it holds a password.
 *
 * @throws Problem `mailSettingNotUsable`
 */
export function mailSettings({ server, from, tls, perMinute }: MailEnvironment): MailSettings {
  const sender = from === null ? null : readMailAddress(from)
  if (from !== null && sender === null) throw unfit('KLANKBORD_MAIL_FROM', 'Name <address@example.org>')
  if (server !== null && sender === null) throw unfit('KLANKBORD_MAIL_FROM', 'Name <address@example.org>')
  if (tls !== null && tls !== 'off') throw unfit('KLANKBORD_SMTP_TLS', 'off, or nothing')
  return { server: server === null ? null : mailServer(server, tls === 'off'), from: sender, perMinute }
}

function mailServer(text: string, plain: boolean): MailServer {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw unfit('KLANKBORD_SMTP_URL', 'smtp://user:password@host:587')
  }
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    encrypted: !plain && !isLoopback(host),
    auth: url.username === '' ? null : { user: decoded(url.username), pass: decoded(url.password) },
  }
}

/** A % that begins no sign stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

const NAMED = /^\s*(?:"([^"]*)"|([^"<>]*?))\s*<\s*([^<>]+?)\s*>\s*$/u

/** A sender as it is typed, with a name or without; null when it is none. */
export function readMailAddress(text: string): MailAddress | null {
  const [, quoted, plain, between] = NAMED.exec(text) ?? []
  const address = between ?? text.trim()
  return isMailAddress(address) ? { name: (quoted ?? plain ?? '').trim(), address } : null
}

/**
 * One address and nothing else. Stricter than what mail allows: an address in which a server could read two, or a command,
 * is none.
 */
const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u

/** Whether mail can be sent to this address as it stands. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text)
}

function unfit(variable: string, expected: string): Error {
  return problem('mailSettingNotUsable', { variable, expected })
}
