import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startMailServer, type MailRules, type MailServer } from '../mail/mail-server.ts'
import { run } from './command.ts'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk
let post: MailServer | null = null

beforeAll(async () => {
  desk = await openDesk({ env: { KLANKBORD_URL: 'https://meedoen.voorbeeldstad.example' } })
})
afterEach(async () => {
  await post?.close()
  post = null
})
afterAll(() => desk.end())

const LIST = [
  'name,address1,email',
  'Bo Findmij,Straat 1,bo@voorbeeldstad.example',
  'Ali Findmij,Straat 2,ali@voorbeeldstad.example',
  'Els Findmij,Straat 3,',
].join('\n')

/** A wave for which everybody of the list is drawn. */
async function drawn(codes = true): Promise<string> {
  const address = await desk.study()
  const opened = await desk.command('wave', 'open', address, '--mode', 'codeAnonymous')
  const wave = /klankbord codes make --wave (\S+)/.exec(opened.printed.join('\n'))?.[1] ?? ''
  await desk.command('frame', 'import', await desk.file('list.csv', LIST), '--wave', wave)
  await desk.command('frame', 'draw', '--wave', wave, '--seed', 'munt', '--everyone', '--rest-months', '0')
  if (codes) await desk.command('invitations', 'make', '--wave', wave)
  return wave
}

async function waiting(wave: string): Promise<readonly string[]> {
  return (await desk.command('outbox', 'list', '--wave', wave)).printed
}

describe('somebody without a server of mail', () => {
  it('reads what waits, takes it to a mail program, and notes that it was sent', async () => {
    const wave = await drawn()
    const tried = await desk.command('invitations', 'send', '--wave', wave, '--dry-run')
    expect(tried.printed).toEqual([
      '2 messages would be put into the outbox. Nothing was stored.',
      '1 person has no e-mail address, or wants to be reached in another way: this person needs a letter.',
    ])
    const sent = await desk.command('invitations', 'send', '--wave', wave)
    expect(sent.printed).toEqual([
      '2 messages wait in the outbox now.',
      '1 person has no e-mail address, or wants to be reached in another way: this person needs a letter.',
      `No server of mail is set, so nothing goes out by itself. Download them with "klankbord outbox download --wave ${wave} --out FILE.mbox".`,
    ])
    const lines = await waiting(wave)
    expect(lines.at(-1)).toBe('2 waiting, 0 failed, 0 sent')
    const id = lines[0]?.split(' ')[0] ?? ''
    const shown = (await desk.command('outbox', 'show', id, '--wave', wave)).printed.join('\n')
    expect(shown).toMatch(/^To: (?:Bo|Ali) Findmij <(?:bo|ali)@voorbeeldstad.example>\nSubject: \S/)
    expect(shown).toMatch(
      new RegExp(`https://meedoen.voorbeeldstad.example/v/${wave}#[A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{4}`),
    )

    const mbox = join(desk.folder, `${wave}.mbox`)
    await desk.command('outbox', 'download', '--wave', wave, '--out', mbox)
    const folder = join(desk.folder, wave)
    await desk.command('outbox', 'download', '--wave', wave, '--folder', folder)
    expect((await readFile(mbox, 'utf8')).match(/^From klankbord /gm)).toHaveLength(2)
    expect(await readdir(folder)).toHaveLength(2)
    expect(await readFile(join(folder, `${id}.eml`), 'utf8')).toMatch(/^To: (?:Bo|Ali) Findmij </m)

    expect((await desk.command('outbox', 'sent', id, '--wave', wave)).printed).toEqual([
      '1 message was noted as sent, and its text is gone.',
    ])
    expect((await waiting(wave)).at(-1)).toBe('1 waiting, 0 failed, 1 sent')
    await desk.command('outbox', 'sent', '--all', '--wave', wave)
    expect(await waiting(wave)).toEqual(['0 waiting, 0 failed, 2 sent'])
    expect((await desk.command('fieldwork', 'account', '--wave', wave)).printed[0]).toMatch(/^invited 2 = .* open 2$/)
    const reminded = await desk.command('invitations', 'remind', '--wave', wave)
    expect(reminded.printed[0]).toBe('2 messages wait in the outbox now.')
  })

  it('reads who has no code yet, and that a message of this id is not there', async () => {
    const wave = await drawn(false)
    const sent = await desk.command('invitations', 'send', '--wave', wave)
    expect(sent.printed).toContain(
      `2 people have no code yet. Make them with "klankbord invitations make --wave ${wave}".`,
    )
    const id = '00000000-0000-4000-8000-000000000001'
    const shown = await desk.command('outbox', 'show', id, '--wave', wave)
    expect(shown).toMatchObject({ code: 1, warned: [`unknown message: ${id}`] })
    expect(await desk.command('outbox', 'list')).toMatchObject({ code: 1 })
  })
})

/** Tries the settings; what comes out, and nothing of the password in it. */
async function tryMail(
  rules: MailRules,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly said: string; readonly doctor: string }> {
  const { port } = (post = await startMailServer(rules))
  const surroundings = {
    KLANKBORD_SMTP_URL: `smtp://klankbord:geheim%40woord@127.0.0.1:${port}`,
    KLANKBORD_MAIL_FROM: 'Raad van Voorbeeldstad <raad@voorbeeldstad.example>',
    ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.replace('PORT', String(port))])),
  }
  const nowhere = { data: null, databaseUrl: null, env: surroundings }
  const { code, printed, warned } = await run(['mail', 'test', 'ans@voorbeeldstad.example'], nowhere)
  const doctor = (await run(['doctor', '--data', desk.folder], nowhere)).printed.join('\n')
  const said = [...printed, ...warned].join('\n')
  expect(said + doctor).not.toContain('geheim')
  return { code, said, doctor }
}

describe('somebody who sets up mail', () => {
  const account = { user: 'klankbord', pass: 'geheim@woord' }

  it('sends a message to themselves, and the doctor says that it works', async () => {
    const { code, said, doctor } = await tryMail({ account })
    expect([code, said]).toEqual([
      0,
      'The server of mail took the message. Look whether it arrived, also among unwanted mail.',
    ])
    expect(post?.delivered).toMatchObject([{ from: 'raad@voorbeeldstad.example', to: ['ans@voorbeeldstad.example'] }])
    expect(doctor).toContain('The server of mail answers')
  })

  it.each([
    ['that the password is not right', { account: { user: 'klankbord', pass: 'anders' } }, {}, /user or the password/],
    ['that it may not send as this', { account, options: { onMailFrom: refuseSender } }, {}, /let us send as/],
    ['that nobody has the address', { account, refuses: () => ({ code: 550, text: '5.1.1 no' }) }, {}, /nobody has/],
    [
      'that the server does not encrypt',
      { account },
      { KLANKBORD_SMTP_URL: 'smtps://klankbord:geheim@127.0.0.1:PORT' },
      /does not encrypt/,
    ],
    ['that there is no sender', { account }, { KLANKBORD_MAIL_FROM: '' }, /KLANKBORD_MAIL_FROM is not usable/],
    [
      'that the address is none',
      { account },
      { KLANKBORD_SMTP_URL: 'mail.voorbeeldstad.example geheim' },
      /KLANKBORD_SMTP_URL is not usable/,
    ],
    ['that there is no server', { account }, { KLANKBORD_SMTP_URL: '' }, /no server of mail is set/],
  ] as const)('reads %s', async (_what, rules, env, sentence) => {
    const { code, said } = await tryMail(rules as MailRules, env as Readonly<Record<string, string>>)
    expect(code).toBe(1)
    expect(said).toMatch(sentence)
  })
})

function refuseSender(_address: unknown, _session: unknown, done: (error: Error) => void): void {
  done(Object.assign(new Error('5.7.1 not you'), { responseCode: 553 }))
}
