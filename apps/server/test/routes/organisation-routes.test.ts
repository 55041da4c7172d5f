import type { Role } from '@klankbord/model'
import { findUserByEmail } from '@klankbord/storage'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, type Answer, type Question } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'

const PASSWORD = 'een lang wachtwoord voor Bep'

let server: StartedServer
let administrator: string
let organisation: string
let people = 0

beforeAll(async () => {
  server = await startServer()
  administrator = await server.signIn()
  const added = await asks(administrator, '/api/organisations', { json: { name: 'Cliëntenplatform' } })
  organisation = String(added.json()['id'])
})
afterAll(() => server.end())

const asks = (cookie: string, path: string, question: Question = {}): Promise<Answer> =>
  ask(server, path, { ...question, headers: { cookie, ...question.headers } })

const cookieOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')

async function invited(role: Role, by = administrator): Promise<{ readonly token: string; readonly email: string }> {
  people += 1
  const email = `bep-${people}@voorbeeldstad.example`
  const answer = await asks(by, `/api/organisations/${organisation}/invitations`, { json: { email, role } })
  expect(answer.status).toBe(201)
  return { email, token: String(answer.json()['link']).split('#')[1] ?? '' }
}

const joins = (token: string, password = PASSWORD): Promise<Answer> =>
  ask(server, '/api/invitations', { json: { token, name: 'Bep', password } })

it('lets whoever was invited join once, as what they were invited for', async () => {
  const { token, email } = await invited('viewer')
  const joined = await joins(token)
  expect(joined.status).toBe(201)
  const known = (await asks(cookieOf(joined), '/api/session')).json()
  expect(known).toMatchObject({
    user: { name: 'Bep', email },
    memberships: [{ role: 'viewer', organisationId: organisation }],
  })
  expect((await joins(token)).code).toBe('signInRefused')
})

it('tells whoever has the link who invites them, where and as what, as often as they look', async () => {
  const { token } = await invited('viewer')
  const looks = (given: string): Promise<Answer> => ask(server, '/api/invitations/look', { json: { token: given } })
  for (const shown of [await looks(token), await looks(token)])
    expect([shown.status, shown.json()]).toEqual([
      200,
      { organisation: 'Cliëntenplatform', inviter: 'Onderzoeker', role: 'viewer' },
    ])
  expect((await joins(token)).status).toBe(201)
  for (const closed of [token, 'verzonnen'])
    expect(await looks(closed)).toMatchObject({ status: 401, code: 'signInRefused' })
})

it('lets them join later when something fails on the way, and keeps nothing of the first time', async () => {
  const { db } = server.context.database
  const { token, email } = await invited('viewer')
  await sql`alter table memberships add constraint never check (role <> 'viewer') not valid`.execute(db)
  expect((await joins(token)).status).toBe(500)
  await sql`alter table memberships drop constraint never`.execute(db)
  expect(await findUserByEmail(db, email)).toBeNull()
  expect((await joins(token)).status).toBe(201)
})

it('leaves them a member who signs in as always when something fails after they joined', async () => {
  const { db } = server.context.database
  const { token, email } = await invited('viewer')
  await sql`alter table sessions add constraint never check (false) not valid`.execute(db)
  expect((await joins(token)).status).toBe(500)
  await sql`alter table sessions drop constraint never`.execute(db)
  expect((await joins(token)).code).toBe('signInRefused')
  const cookie = cookieOf(await ask(server, '/api/session/password', { json: { email, password: PASSWORD } }))
  const { memberships } = (await asks(cookie, '/api/session')).json() as { memberships: { role: string }[] }
  expect(memberships.map(({ role }) => role)).toEqual(['viewer'])
})

it('adds to the account that has the address, for who knows its password', async () => {
  const first = await invited('viewer')
  await joins(first.token)
  const again = await asks(administrator, `/api/organisations/${organisation}/invitations`, {
    json: { email: first.email, role: 'researcher' },
  })
  const token = String(again.json()['link']).split('#')[1] ?? ''
  for (const other of ['iets anders, even lang', 'kort'])
    expect((await joins(token, other)).code).toBe('passwordRefused')
  const cookie = cookieOf(await joins(token))
  const { memberships } = (await asks(cookie, '/api/session')).json() as { memberships: { role: string }[] }
  expect(memberships.map(({ role }) => role).toSorted()).toEqual(['researcher', 'viewer'])
})

it('keeps an invitation that a bad password was tried with', async () => {
  const { token } = await invited('viewer')
  expect((await joins(token, 'kort')).code).toBe('passwordTooShort')
  expect((await joins(token)).status).toBe(201)
})

it('lets a researcher invite helpers, and nobody to what would let them see more', async () => {
  const researcher = cookieOf(await joins((await invited('researcher')).token))
  await invited('interviewer', researcher)
  for (const role of ['researcher', 'recordReader', 'clientExpert', 'approver', 'privacyOfficer']) {
    const path = `/api/organisations/${organisation}/invitations`
    expect((await asks(researcher, path, { json: { email: 'x@voorbeeldstad.example', role } })).code).toBe('notAllowed')
  }
})

it.each(['privacyOfficer', 'approver'] as const)(
  'lets only an administrator end what only an administrator gives, so that no researcher is rid of an %s',
  async (role) => {
    const researcher = cookieOf(await joins((await invited('researcher')).token))
    const somebody = await invited(role)
    await joins(somebody.token)
    const path = `/api/organisations/${organisation}/members`
    const { members } = (await asks(researcher, path)).json() as { members: { id: string; email: string }[] }
    const theirs = members.find(({ email }) => email === somebody.email)
    expect((await asks(researcher, `${path}/${theirs?.id}`, { method: 'DELETE' })).code).toBe('notAllowed')
    expect((await asks(administrator, `${path}/${theirs?.id}`, { method: 'DELETE' })).status).toBe(204)
  },
)

it('ends what somebody is, from their next request on', async () => {
  const cookie = cookieOf(await joins((await invited('researcher')).token))
  const path = `/api/organisations/${organisation}/members`
  const { members } = (await asks(cookie, path)).json() as { members: { id: string; userId: string; role: string }[] }
  expect(members.length).toBeGreaterThan(2)
  const { user } = (await asks(cookie, '/api/session')).json() as { user: { email: string } }
  const own = members.find((one) => (one as unknown as { email: string }).email === user.email)
  expect((await asks(administrator, `${path}/${own?.id}`, { method: 'DELETE' })).status).toBe(204)
  expect((await asks(cookie, path)).status).toBe(404)
})

it('lets an administrator give a member access again, by a link and without the old password', async () => {
  const { token, email } = await invited('viewer')
  const cookie = cookieOf(await joins(token))
  const path = `/api/organisations/${organisation}/members`
  const { members } = (await asks(administrator, path)).json() as { members: { id: string; email: string }[] }
  const member = members.find((one) => one.email === email)
  const restored = await asks(administrator, `${path}/${member?.id}/access`, { method: 'POST' })
  expect(restored.status).toBe(201)
  expect((await asks(cookie, '/api/session')).status).toBe(401)
  const old = await ask(server, '/api/session/password', { json: { email, password: PASSWORD } })
  expect(old.code).toBe('passwordRefused')
  const link = String(restored.json()['link']).split('#')[1] ?? ''
  const again = cookieOf(await ask(server, '/api/session', { json: { token: link } }))
  expect((await asks(again, '/api/session')).json()).toMatchObject({ user: { email }, hasPassword: false })
})

it('writes down who let whom in, without an address', async () => {
  await joins((await invited('viewer')).token)
  const log = await asks(administrator, '/api/audit')
  const { entries, fault } = log.json() as { entries: { action: string }[]; fault: unknown }
  expect(fault).toBeNull()
  expect(entries.slice(0, 2).map(({ action }) => action)).toEqual(['member.joined', 'member.invited'])
  expect(log.text).not.toContain('@')
})

it('names in the log whom of the staff a line is about', async () => {
  const { token, email } = await invited('viewer')
  await joins(token)
  const { name } = (await findUserByEmail(server.context.database.db, email)) ?? {}
  const { entries } = (await asks(administrator, '/api/audit')).json() as { entries: { member: string | null }[] }
  expect([typeof name, entries[0]?.member]).toEqual(['string', name])
})

it('checks the whole log with its newest page only', async () => {
  expect((await asks(administrator, '/api/audit')).json()).toHaveProperty('fault', null)
  expect((await asks(administrator, '/api/audit?before=2')).json()).not.toHaveProperty('fault')
})

it('starts studies for the own organisation only', async () => {
  const researcher = cookieOf(await joins((await invited('researcher')).token))
  const begin = (name: string): Promise<Answer> =>
    asks(researcher, '/api/studies', {
      json: { title: { nl: 'Onderzoek' }, organisation: { name }, instrument: 'wmo-client-experience' },
    })
  expect((await begin('Een andere raad')).code).toBe('notAllowed')
  const begun = await begin('Cliëntenplatform')
  expect(begun.status).toBe(201)
  const { studies } = (await asks(researcher, '/api/studies')).json() as { studies: { id: string }[] }
  expect(studies.map(({ id }) => id)).toEqual([begun.json()['id']])
})
