import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { staffOutbox } from '../../src/mail/outbox.ts'
import { forgetWhatIsOver } from '../../src/upkeep/forget-daily.ts'
import { ask, type Answer, type Question } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { allOf, minutesLater, sendRound } from './mailed-people.ts'
import { startMailServer, type MailServer } from './mail-server.ts'

let post: MailServer
/** One that sends mail, and one that does not. */
let sending: StartedServer
let silent: StartedServer

beforeAll(async () => {
  silent = await startServer()
})
afterAll(() => silent.end())
beforeEach(async () => {
  post = await startMailServer()
  sending = await startServer({ mail: post.settings() })
})
afterEach(async () => {
  await sending.end()
  await post.close()
})

/** An administrator of an organisation, who asks the server. */
async function atOrganisation(server: StartedServer): Promise<(rest: string, question?: Question) => Promise<Answer>> {
  const cookie = await server.signIn()
  const asks = (path: string, question: Question = {}): Promise<Answer> =>
    ask(server, path, { ...question, headers: { cookie, ...question.headers } })
  const added = await asks('/api/organisations', { json: { name: 'Cliëntenplatform' } })
  return (rest, question) => asks(`/api/organisations/${String(added.json()['id'])}${rest}`, question)
}

const BEP = { email: 'bep@voorbeeldstad.example', role: 'viewer' }
const joins = (server: StartedServer, token: string): Promise<Answer> =>
  ask(server, '/api/invitations', { json: { token, name: 'Bep', password: 'een lang wachtwoord voor Bep' } })

/** The text of a message, out of quoted-printable. */
function textOf(source: string): string {
  const bytes = source
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

it('sends to all others when somebody changed a message in the database', async () => {
  const { context } = sending
  const organisation = await atOrganisation(sending)
  for (const email of ['bo@voorbeeldstad.example', BEP.email])
    await organisation('/invitations', { json: { ...BEP, email } })
  await sql`update staff_messages set sealed = overlay(sealed placing '\\x00' from 40)
    where id = (select min(id::text)::uuid from staff_messages)`.execute(context.database.db)
  expect(await sendRound(context, post.settings())).toMatchObject({ sent: 1, failed: 1 })
  const { invitations } = (await organisation('/members')).json() as {
    readonly invitations: readonly { readonly mail: string }[]
  }
  expect(invitations.map(({ mail }) => mail).toSorted()).toEqual(['failed', 'sent'])
  expect(await allOf(staffOutbox(context).unsent())).toMatchObject([{ reason: 'altered', mail: null }])
})

it('sends the link to whoever is asked to join, and shows it to nobody else', async () => {
  const organisation = await atOrganisation(sending)
  const invited = await organisation('/invitations', { json: BEP })
  expect([invited.status, invited.json()['link']]).toEqual([201, null])
  expect((await organisation('/members')).json()['invitations']).toMatchObject([{ email: BEP.email, mail: 'waiting' }])
  expect(await sendRound(sending.context, post.settings())).toMatchObject({ sent: 1 })
  const [message] = post.delivered
  expect(message?.to).toEqual([BEP.email])
  const text = textOf(message?.source ?? '')
  expect(text).toContain('Onderzoeker heeft u uitgenodigd om in Klankbord te werken voor Cliëntenplatform')
  expect(text).toContain('tot en met 6 december 2026')
  const token = /\/studio\/join#(\S+)/.exec(text)?.[1] ?? ''
  expect((await organisation('/members')).json()['invitations']).toMatchObject([{ mail: 'sent' }])
  expect((await joins(sending, token)).status).toBe(201)
  expect(sending.logged()).not.toContain(token)
  const { rows } = await sql<{ kept: string }>`
    select staff_messages::text || staff_invitations::text as kept from staff_messages, staff_invitations`.execute(
    sending.context.database.db,
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.kept).not.toContain(token)
})

it('writes in English to whom somebody invites in English', async () => {
  const organisation = await atOrganisation(sending)
  await organisation('/invitations', { json: { ...BEP, language: 'en' } })
  await sendRound(sending.context, post.settings())
  expect(textOf(post.delivered[0]?.source ?? '')).toContain('until the end of 6 December 2026')
})

it('shows the link where nothing is sent, and keeps the message sealed until it is over', async () => {
  const organisation = await atOrganisation(silent)
  const token = String((await organisation('/invitations', { json: BEP })).json()['link']).split('#')[1] ?? ''
  const outbox = staffOutbox(silent.context)
  const all = async () => (await allOf(outbox.readable())).map(({ mail }) => mail.text)
  expect(await all()).toEqual([expect.stringContaining(token)])
  const { rows } = await sql<{ kept: string }>`select sealed::text as kept from staff_messages`.execute(
    silent.context.database.db,
  )
  expect(Buffer.from(rows[0]?.kept.slice(2) ?? '', 'hex').toString('latin1')).not.toContain(token)
  expect((await joins(silent, token)).status).toBe(201)
  await forgetWhatIsOver(silent.context)
  expect(await all()).toEqual([])
  await organisation('/invitations', { json: { ...BEP, email: 'ans@voorbeeldstad.example' } })
  expect(await all()).toHaveLength(1)
  await forgetWhatIsOver(minutesLater(silent.context, 14 * 24 * 60 + 1))
  expect(await all()).toEqual([])
})

it('sends nothing of an invitation that was taken back', async () => {
  const organisation = await atOrganisation(sending)
  const { id } = (await organisation('/invitations', { json: BEP })).json()
  await organisation(`/invitations/${String(id)}`, { method: 'DELETE' })
  expect(await sendRound(sending.context, post.settings())).toMatchObject({ sent: 0 })
})
