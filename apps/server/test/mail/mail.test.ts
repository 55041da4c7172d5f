import { afterEach, describe, expect, it } from 'vitest'
import { emlOf, mboxPart, type Mail } from '../../src/mail/mail.ts'
import { openMailer } from '../../src/mail/mailer.ts'
import { isMailAddress, mailSettings, readMailAddress } from '../../src/mail/mail-settings.ts'
import { startMailServer, type MailServer } from './mail-server.ts'

let post: MailServer | null = null
afterEach(async () => {
  await post?.close()
  post = null
})

const MAIL: Mail = {
  id: '0e4f6c3a-8a9b-4b1e-9e1d-2f3a4b5c6d7e',
  to: { name: 'Bo', address: 'bo@voorbeeldstad.example' },
  subject: 'Uw ervaring telt',
  text: 'Goedendag',
  html: null,
}
const SENDER = { name: 'Raad van Voorbeeldstad', address: 'raad@voorbeeldstad.example' }

/** A message as a real server of mail gets it. */
async function delivered(
  mail: Mail,
  from = SENDER,
): Promise<{ to: readonly string[]; headers: readonly string[]; source: string }> {
  post = await startMailServer()
  const { server } = post.settings()
  if (server === null) throw new Error('no server of mail')
  const mailer = openMailer({ server, from })
  expect(await mailer.send(mail)).toBeNull()
  mailer.close()
  const [message] = post.delivered
  const source = message?.source ?? ''
  const head = source.split('\r\n\r\n', 1)[0] ?? ''
  return { to: message?.to ?? [], source, headers: head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n') }
}

const named = (headers: readonly string[]): readonly string[] => headers.map((line) => line.split(':', 1)[0] ?? '')

describe('a message', () => {
  it('says once to whom it is, whatever line breaks a name, a title or a sender holds', async () => {
    const evil = 'Bo\r\nBcc: rest@voorbeeldstad.example\r\n\r\nKoop nu'
    const { to, headers, source } = await delivered(
      { ...MAIL, to: { ...MAIL.to, name: evil }, subject: `Uitnodiging\nX-Evil: ja\u2028Cc: z@z.example` },
      { ...SENDER, name: `Raad\r\nReply-To: dief@voorbeeldstad.example` },
    )
    expect(to).toEqual(['bo@voorbeeldstad.example'])
    expect(named(headers)).toEqual(expect.arrayContaining(['From', 'To', 'Subject']))
    expect(named(headers).filter((name) => /^(?:bcc|cc|reply-to|x-evil)$/i.test(name))).toEqual([])
    expect(source.split('\r\n\r\n').slice(1).join('')).not.toContain('Koop nu')
  })

  it('is known to programs that answer for people who are away, and by its id to servers that get it twice', async () => {
    const { headers } = await delivered(MAIL)
    expect(headers).toContain('Auto-Submitted: auto-generated')
    expect(headers).toContain(`Message-ID: <${MAIL.id}@voorbeeldstad.example>`)
  })

  it('with a formatted text carries it as plain text as well, and fetches nothing', async () => {
    const { source } = await delivered({ ...MAIL, html: '<p>Goedendag</p><img src="file:///etc/passwd">' })
    expect(source).toContain('Content-Type: multipart/alternative')
    expect(source).toContain('Content-Type: text/plain')
    expect(source).not.toContain('root:')
  })

  it('opens in a mail program as a draft, also where nobody set who sends it', async () => {
    const eml = await emlOf(MAIL, null)
    expect(eml).toMatch(/^X-Unsent: 1\r\n/m)
    expect(eml).toMatch(/^To: Bo <bo@voorbeeldstad.example>\r\n/m)
    expect(eml).not.toMatch(/^From:/m)
  })

  it('in a file with others does not break into two where its text begins a line with From', () => {
    const part = mboxPart('To: a@b.example\r\n\r\nFrom here on\r\n>From there\r\n', new Date('2026-11-23T10:00:00Z'))
    expect(part).toBe('From klankbord Mon Nov 23 00:00:00 2026\nTo: a@b.example\n\n>From here on\n>>From there\n\n')
  })
})

describe('an address', () => {
  it.each([
    'bo@voorbeeldstad.example',
    "o'neill+wmo@mail.voorbeeldstad.example",
    'zoë@voorbeeldstad.example',
    'bo@bücher.example',
  ])('is one: %s', (address) => expect(isMailAddress(address)).toBe(true))

  it.each([
    'bo@voorbeeldstad.example, rest@voorbeeldstad.example',
    'bo@voorbeeldstad.example\r\nRCPT TO:<rest@voorbeeldstad.example>',
    '"rest@dief.example x"@voorbeeldstad.example',
    'bo@rest@voorbeeldstad.example',
    '<bo@voorbeeldstad.example>',
    'bo@[127.0.0.1]',
    'bo@localhost',
    '',
  ])('is none: %j', (address) => expect(isMailAddress(address)).toBe(false))

  it('of a sender may have a name before it', () => {
    expect(readMailAddress('Raad van Voorbeeldstad <raad@voorbeeldstad.example>')).toEqual(SENDER)
    expect(readMailAddress('"Raad, van Voorbeeldstad" <raad@voorbeeldstad.example>')?.name).toBe(
      'Raad, van Voorbeeldstad',
    )
    expect(readMailAddress('raad@voorbeeldstad.example')).toEqual({ name: '', address: 'raad@voorbeeldstad.example' })
    expect(readMailAddress('Raad van Voorbeeldstad')).toBeNull()
  })
})

describe('what is set of mail', () => {
  const set = (server: string, rest = {}) =>
    mailSettings({ server, from: 'raad@voorbeeldstad.example', tls: null, perMinute: 60, ...rest }).server

  it('demands that mail is encrypted, unless the server is on this computer or somebody said otherwise', () => {
    expect(set('smtp://mail.voorbeeldstad.example')).toMatchObject({ port: 587, secure: false, encrypted: true })
    expect(set('smtps://mail.voorbeeldstad.example')).toMatchObject({ port: 465, secure: true, encrypted: true })
    expect(set('smtp://mail.voorbeeldstad.example:25', { tls: 'off' })).toMatchObject({ port: 25, encrypted: false })
    for (const host of ['localhost', '127.0.0.1', '[::1]']) expect(set(`smtp://${host}`)?.encrypted).toBe(false)
    expect(set('smtp://localhost.voorbeeldstad.example')?.encrypted).toBe(true)
  })

  it('takes signs in a password as they are written in an address', () => {
    const { auth } = set('smtp://raad%40voorbeeldstad.example:100%@mail.voorbeeldstad.example') ?? {}
    expect(auth).toEqual({ user: 'raad@voorbeeldstad.example', pass: '100%' })
  })

  it('refuses, in place of sending in the open, a server that does not encrypt', async () => {
    post = await startMailServer()
    const { server } = post.settings({ encrypted: true })
    if (server === null) throw new Error('no server of mail')
    const mailer = openMailer({ server, from: SENDER })
    expect(await mailer.send(MAIL)).toMatchObject({ reason: 'notEncrypted', ofServer: true })
    mailer.close()
    expect(post.delivered).toEqual([])
  })
})
