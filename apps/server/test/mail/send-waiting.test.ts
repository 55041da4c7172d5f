import { changeWave, closeWave, countMessages, readUnsent, type Wave } from '@klankbord/storage'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { contactStore } from '../../src/contacts/contact-store.ts'
import type { ServerContext } from '../../src/context.ts'
import { eraseNow } from '../../src/contacts/erase-now.ts'
import { markInvitations } from '../../src/fieldwork/mark-invitations.ts'
import { studyOutbox } from '../../src/mail/outbox.ts'
import { answer, askedWave } from '../fieldwork/asked-wave.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { allOf, eventsIn, mailedPerson, mailedWave, minutesLater, queue, sendRound } from './mailed-people.ts'
import { startMailServer, type MailRules, type MailServer } from './mail-server.ts'

let server: StartedServer
let mail: MailServer | null = null

beforeAll(async () => {
  server = await startServer()
})
afterEach(async () => {
  await mail?.close()
  mail = null
  await sql`delete from contact.outbox`.execute(server.context.database.db)
})
afterAll(() => server.end())

async function mailServer(rules?: MailRules): Promise<MailServer> {
  mail = await startMailServer(rules)
  return mail
}

const place = ({ studyId, id: waveId }: Wave) => ({ studyId, waveId })
const addressesOf = ({ delivered }: MailServer): readonly string[] => delivered.flatMap(({ to }) => to).toSorted()

describe('invitations by mail', () => {
  it('reach everybody once, each with a code of their own, and are noted', async () => {
    const wave = await mailedWave(server.context, 'codeConfidential', 5)
    expect(await queue(server.context, wave)).toEqual({ queued: 5, needLetter: 0, withoutCode: 0, remindedLately: 0 })
    const post = await mailServer()
    expect(await sendRound(server.context, post.settings())).toEqual({ sent: 5, failed: 0, waiting: 0, server: null })
    expect(addressesOf(post)).toEqual([0, 1, 2, 3, 4].map((n) => `findmij${n}@voorbeeldstad.example`))
    const codes = post.delivered.map(({ source }) => /[A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{4}/.exec(source)?.[0])
    expect(new Set(codes).size).toBe(5)
    const events = await eventsIn(server.context, wave)
    expect(events).toHaveLength(5)
    for (const event of events)
      expect(event).toMatchObject({ kind: 'invited', on: '2026-11-22', route: 'email', destination: 1 })
    expect(await queue(server.context, wave)).toMatchObject({ queued: 0 })
    expect(await sendRound(server.context, post.settings())).toMatchObject({ sent: 0 })
  })

  it('leave nothing of their text when they were sent, and no time; in an anonymous wave only the week', async () => {
    const wave = await mailedWave(server.context, 'codeAnonymous', 3)
    await queue(server.context, wave)
    const post = await mailServer()
    await sendRound(server.context, post.settings())
    const { rows } = await sql`select state, reason, next_try, sealed from contact.outbox`.execute(
      server.context.database.db,
    )
    expect(rows).toEqual(
      Array.from({ length: 3 }, () => ({ state: 'sent', reason: null, next_try: null, sealed: null })),
    )
    expect((await eventsIn(server.context, wave)).map(({ on }) => on)).toEqual(['2026-W47', '2026-W47', '2026-W47'])
  })

  it('go to all others when somebody changed one of them in the database, and that one is told apart', async () => {
    const { context } = server
    const wave = await mailedWave(context, 'codeConfidential', 3)
    await queue(context, wave)
    await sql`update contact.outbox set sealed = overlay(sealed placing '\\x00' from 40)
      where id = (select min(id::text)::uuid from contact.outbox)`.execute(context.database.db)
    const post = await mailServer()
    expect(await sendRound(context, post.settings())).toMatchObject({ sent: 2, failed: 1, waiting: 0 })
    expect(addressesOf(post)).toHaveLength(2)
    const box = studyOutbox(context, place(wave))
    const [left] = await allOf(box.unsent())
    expect(left).toMatchObject({ state: 'failed', reason: 'altered', mail: null })
    expect(await allOf(box.readable())).toEqual([])
    await expect(box.find(left?.id ?? '')).rejects.toMatchObject({ code: 'contactAltered' })
    expect(await queue(context, wave)).toMatchObject({ queued: 1 })
    expect(await sendRound(context, post.settings())).toMatchObject({ sent: 1 })
  })

  it('wait while the server of mail is away, however long, and go when it is back', async () => {
    const wave = await mailedWave(server.context, 'codeConfidential', 2)
    await queue(server.context, wave)
    const { port, settings, close } = await startMailServer()
    await close()
    for (let day = 0; day < 10; day += 1) {
      const later = minutesLater(server.context, day * 24 * 60)
      expect(await sendRound(later, settings())).toEqual({ sent: 0, failed: 0, waiting: 0, server: 'serverAway' })
    }
    const post = await mailServer({ port })
    expect(await sendRound(minutesLater(server.context, 1), post.settings())).toMatchObject({ sent: 2 })
    expect(addressesOf(post)).toHaveLength(2)
  })

  it('to an address that nobody has are noted as undeliverable, and nobody else hears of it', async () => {
    const wave = await mailedWave(server.context, 'codeConfidential', 3)
    await queue(server.context, wave)
    const post = await mailServer({
      refuses: (address) => (address.startsWith('findmij1@') ? { code: 550, text: `5.1.1 no ${address} here` } : null),
    })
    expect(await sendRound(server.context, post.settings())).toMatchObject({ sent: 2, failed: 1, server: null })
    const kinds = (await eventsIn(server.context, wave)).map(({ kind }) => kind)
    expect(kinds.toSorted()).toEqual(['invited', 'invited', 'returnedUndeliverable'])
    const { rows } = await sql`select reason from contact.outbox where state = 'failed'`.execute(
      server.context.database.db,
    )
    expect(rows).toEqual([{ reason: 'recipientRefused' }])
    expect(await queue(server.context, wave)).toMatchObject({ queued: 0 })
  })

  it('that are put off are tried again after longer and longer, and then have failed', async () => {
    const wave = await mailedWave(server.context, 'codeConfidential', 1)
    await queue(server.context, wave)
    const post = await mailServer({ refuses: () => ({ code: 451, text: '4.7.1 greylisted' }) })
    const tryAt = async (minutes: number) => sendRound(minutesLater(server.context, minutes), post.settings())
    for (const minutes of [0, 1, 6, 36, 156]) {
      expect(await tryAt(minutes)).toMatchObject({ sent: 0, waiting: 1 })
      expect(await tryAt(minutes + 0.5)).toMatchObject({ waiting: 0 })
    }
    expect(await tryAt(876)).toMatchObject({ failed: 1 })
    expect(await countMessages(server.context.database.db, place(wave))).toEqual({ waiting: 0, sent: 0, failed: 1 })
    expect(await eventsIn(server.context, wave)).toEqual([])
    expect(await queue(server.context, wave)).toMatchObject({ queued: 1 })
    expect(await countMessages(server.context.database.db, place(wave))).toEqual({ waiting: 1, sent: 0, failed: 0 })
  })

  it('are sent once by two servers that send at the same time', async () => {
    const wave = await mailedWave(server.context, 'codeConfidential', 20)
    await queue(server.context, wave)
    const post = await mailServer()
    const rounds = await Promise.all([1, 2, 3].map(() => sendRound(server.context, post.settings())))
    expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(20)
    expect(addressesOf(post)).toHaveLength(20)
    expect(new Set(addressesOf(post)).size).toBe(20)
  })

  it('whose sender was killed come back, and are not lost', async () => {
    const wave = await mailedWave(server.context, 'codeConfidential', 1)
    await queue(server.context, wave)
    const post = await mailServer()
    // Taken, and then nothing: as whoever took it and was killed leaves it.
    await sql`update contact.outbox set tries = 1, next_try = ${new Date('2026-11-22T10:15:00Z')}`.execute(
      server.context.database.db,
    )
    expect(await sendRound(server.context, post.settings())).toMatchObject({ sent: 0 })
    expect(await sendRound(minutesLater(server.context, 16), post.settings())).toMatchObject({ sent: 1 })
  })

  it('stop at the number that a round may send, and when the server is to stop', async () => {
    const wave = await mailedWave(server.context, 'codeConfidential', 5)
    await queue(server.context, wave)
    const post = await mailServer()
    expect(await sendRound(server.context, post.settings(), { budget: 2 })).toMatchObject({ sent: 2 })
    expect(
      await sendRound(server.context, post.settings(), { stopped: () => post.delivered.length > 2 }),
    ).toMatchObject({
      sent: 1,
    })
  })

  it('do not go to who refused meanwhile, nor after the round was closed', async () => {
    const wave = await mailedWave(server.context, 'codeConfidential', 2)
    await queue(server.context, wave)
    const first = (await readUnsent(contactStore(server.context), place(wave)).next()).value ?? null
    await markInvitations(server.context, wave, { mark: 'refused', invitations: [first?.invitationId ?? ''] })
    const post = await mailServer()
    expect(await sendRound(server.context, post.settings())).toMatchObject({ sent: 1, failed: 1 })
    expect(addressesOf(post)).not.toContain(first?.mail?.to.address)
    await queue(server.context, wave, { kind: 'reminder' })
    await closeWave(server.context.database.db, place(wave), '2026-11-22')
    expect(await sendRound(server.context, post.settings())).toMatchObject({ sent: 0, failed: 1 })
  })

  it('wait for the first day of the round, also when it was set later, and go on that morning as if never tried', async () => {
    const wave = await mailedWave(server.context, 'codeConfidential', 2)
    await queue(server.context, wave)
    const { db } = server.context.database
    await changeWave(db, place(wave), { opensOn: '2026-12-01' })
    const post = await mailServer()
    const at = (moment: string): ServerContext => ({ ...server.context, clock: { now: () => new Date(moment) } })
    for (const day of ['2026-11-22', '2026-11-25', '2026-11-30'])
      expect(await sendRound(at(`${day}T09:00:00Z`), post.settings())).toMatchObject({ sent: 0, waiting: 2 })
    const { rows } = await sql`select tries, reason from contact.outbox`.execute(db)
    expect(rows).toEqual([1, 2].map(() => ({ tries: 0, reason: 'waveNotOpenYet' })))
    expect(await sendRound(at('2026-12-01T06:59:00Z'), post.settings())).toMatchObject({ sent: 0, waiting: 0 })
    expect(await sendRound(at('2026-12-01T07:00:00Z'), post.settings())).toMatchObject({ sent: 2 })
  })

  it('may be written before the first day', async () => {
    const wave = await mailedWave(server.context, 'codeConfidential', 2)
    await changeWave(server.context.database.db, place(wave), { opensOn: '2026-12-01' })
    expect(await queue(server.context, wave)).toMatchObject({ queued: 2 })
  })

  it('are gone with the person, also while they wait', async () => {
    const wave = await mailedWave(server.context, 'codeConfidential', 3)
    await queue(server.context, wave)
    await eraseNow(server.context, wave.studyId, { purpose: 'invitation' }, { why: 'erased', by: 'Fatima' })
    expect(await countMessages(server.context.database.db, place(wave))).toEqual({ waiting: 0, sent: 0, failed: 0 })
    const post = await mailServer()
    expect(await sendRound(server.context, post.settings())).toMatchObject({ sent: 0 })
  })
})

describe('reminders by mail', () => {
  it('go to who was invited, at most once a week', async () => {
    const wave = await mailedWave(server.context, 'codeAnonymous', 2)
    const post = await mailServer()
    expect(await queue(server.context, wave, { kind: 'reminder' })).toMatchObject({ queued: 0 })
    await queue(server.context, wave)
    await sendRound(server.context, post.settings())
    expect(await queue(server.context, wave, { kind: 'reminder', dryRun: true })).toMatchObject({ queued: 2 })
    expect(await queue(server.context, wave, { kind: 'reminder' })).toMatchObject({ queued: 2 })
    expect(await queue(server.context, wave, { kind: 'reminder' })).toMatchObject({ queued: 0 })
    expect(await sendRound(server.context, post.settings())).toMatchObject({ sent: 2 })
    expect(await queue(server.context, wave, { kind: 'reminder' })).toMatchObject({ queued: 0, remindedLately: 2 })
    const again = await queue(server.context, wave, { kind: 'reminder', again: true })
    expect(again).toMatchObject({ queued: 2, remindedLately: 0 })
    const nextWeek = minutesLater(server.context, 8 * 24 * 60)
    expect(await queue(nextWeek, wave, { kind: 'reminder', dryRun: true })).toMatchObject({ remindedLately: 0 })
  })
})

describe('a reminder that waited', () => {
  it.each([
    ['codeConfidential', { sent: 1, failed: 1 }],
    ['codeAnonymous', { sent: 2, failed: 0 }],
  ] as const)('in a round of mode %s, where one of two answered meanwhile: %j', async (mode, came) => {
    const { wave, people } = await askedWave(server.context, mode, 2, mailedPerson)
    const post = await mailServer()
    await queue(server.context, wave)
    await sendRound(server.context, post.settings())
    await queue(server.context, wave, { kind: 'reminder' })
    await answer(server.context, wave, 1, people[0]?.codeHash ?? null)
    expect(await sendRound(server.context, post.settings())).toMatchObject(came)
    const { rows } = await sql`select reason from contact.outbox where state = 'failed'`.execute(
      server.context.database.db,
    )
    expect(rows).toEqual(came.failed === 1 ? [{ reason: 'answeredMeanwhile' }] : [])
  })
})

describe('who cannot be reached by mail', () => {
  it('is counted, so that they get a letter', async () => {
    const wave = await mailedWave(server.context, 'codeConfidential', 4, (n) => {
      const person = mailedPerson(n)
      if (n === 1) return { ...person, email: null }
      return n === 2 ? { ...person, reachBy: 'letter' } : person
    })
    expect(await queue(server.context, wave)).toMatchObject({ queued: 2, needLetter: 2 })
  })
})
