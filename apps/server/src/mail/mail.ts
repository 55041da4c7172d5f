import { text } from 'node:stream/consumers'
import type { MailText } from '@klankbord/storage'
import { createTransport } from 'nodemailer'
import type { MailAddress } from './mail-settings.ts'

/** A message and the id that it is known by: mail servers that get it twice can tell by it. */
export interface Mail extends MailText {
  readonly id: string
}

/** The fields of a message as the mail library takes them. */
export interface ComposedMail {
  readonly from?: MailAddress
  readonly to: MailAddress
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly messageId: string
  readonly headers: Readonly<Record<string, string>>
}

/** In which domain ids are when nothing says who sends. */
const NOWHERE = 'klankbord.invalid'

/** A message with its headers, each on one line whatever names and titles hold. */
export function composed({ id, to, subject, text: plain, html }: Mail, from: MailAddress | null): ComposedMail {
  const domain = from?.address.split('@').at(-1) ?? NOWHERE
  return {
    ...(from === null ? {} : { from: { name: oneLine(from.name), address: from.address } }),
    to: { name: oneLine(to.name ?? ''), address: to.address },
    subject: oneLine(subject),
    text: plain,
    ...(html === null ? {} : { html }),
    messageId: `<${id}@${domain}>`,
    // RFC 3834: programs that answer for people who are away leave this alone.
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

function oneLine(given: string): string {
  return given.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

/**
 * A message as a file that mail programs open (RFC 5322). It is marked as a draft, so that programs which know that offer
 * to send it.
 */
export async function emlOf(mail: Mail, from: MailAddress | null): Promise<string> {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const fields = composed(mail, from)
  const { message } = await transport.sendMail({ ...fields, headers: { ...fields.headers, 'X-Unsent': '1' } })
  return Buffer.isBuffer(message) ? message.toString('utf8') : text(message)
}

/**
 * The same as a part of an mbox file, which mail programs import as a folder ("mboxrd": lines that begin with "From " are
 * marked with a > before them).
 *
 * @param on the day on which the file is made; the format wants one
 */
export function mboxPart(eml: string, on: Date): string {
  const lines = eml.replaceAll('\r\n', '\n').replaceAll(/^(>*From )/gm, '>$1')
  return `From klankbord ${asctime(on)}\n${lines}${lines.endsWith('\n') ? '' : '\n'}\n`
}

/** Midnight of a day as mbox files write it: "Mon Nov 23 00:00:00 2026". */
function asctime(on: Date): string {
  const [weekday = '', day = '', month = '', year = ''] = on.toUTCString().split(/,? /)
  return `${weekday} ${month} ${day} 00:00:00 ${year}`
}
