import { textHash } from '@klankbord/model'
import { createSignInLink, createUser } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountsOf } from '../../src/staff/accounts-of.ts'
import { ask, type Answer } from '../http/ask.ts'
import { serveBeside } from '../http/server-beside.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer
let links = 0

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.end())

/** The token of a new link that ends this many milliseconds from now. */
async function link(lifetime = 60_000): Promise<string> {
  const { context } = server
  const user = await createUser(context.database.db, { name: 'Onderzoeker' })
  links += 1
  const token = `bewijs-${links}`
  const expires = new Date(context.clock.now().getTime() + lifetime)
  await createSignInLink(context.database.db, user.id, textHash(token), expires)
  return token
}

const redeem = (token: string): Promise<Answer> => ask(server, '/api/session', { json: { token } })
const whoAmI = (cookie: string): Promise<Answer> => ask(server, '/api/session', { headers: { cookie } })
const cookieOf = (answer: Answer): string => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

describe('a sign-in link', () => {
  it('signs somebody in, and out', async () => {
    const answer = await redeem(await link())
    expect([answer.status, answer.json()]).toEqual([201, { user: { name: 'Onderzoeker' } }])
    const cookie = cookieOf(answer)
    expect(cookie).toMatch(/^klankbord_session=[\w.%-]+$/)
    expect((await whoAmI(`iets=anders; ${cookie}; nog=iets`)).json()).toMatchObject({ user: { name: 'Onderzoeker' } })
    expect((await ask(server, '/api/session', { method: 'DELETE', headers: { cookie } })).status).toBe(204)
    expect(await whoAmI(cookie)).toMatchObject({ status: 401, code: 'notSignedIn' })
  })

  it('works once: of many at the same moment one signs in', async () => {
    const token = await link()
    const statuses = (await Promise.all([1, 2, 3, 4].map(() => redeem(token)))).map(({ status }) => status)
    expect(statuses.toSorted((one, other) => one - other)).toEqual([201, 401, 401, 401])
  })

  it.each([
    ['expired', async () => link(-1)],
    ['made up', async () => 'verzonnen'],
    ['empty', async () => ''],
  ])('signs nobody in when it is %s', async (_what, token) => {
    const answer = await redeem(await token())
    expect(answer).toMatchObject({ status: 401, code: 'signInRefused' })
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('gives a cookie that only goes over https where the address is https', async () => {
    const settings = { ...server.context.settings, publicUrl: () => 'https://meedoen.example' }
    const { database } = server.context
    const beside = await serveBeside({
      ...server.context,
      settings,
      accounts: accountsOf(database.db, server.context, settings),
    })
    try {
      const answer = await ask(beside, '/api/session', { json: { token: await link() } })
      expect(answer.headers.get('set-cookie')).toMatch(
        /^__Secure-klankbord_session=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      )
    } finally {
      await beside.end()
    }
  })
})

describe('a session', () => {
  it('ends by itself', async () => {
    const cookie = await server.signIn()
    const { db } = server.context.database
    expect((await whoAmI(cookie)).status).toBe(200)
    await db
      .updateTable('sessions')
      .set({ expires_at: new Date(0) })
      .execute()
    expect((await whoAmI(cookie)).status).toBe(401)
  })

  it('is not opened by what the database holds', async () => {
    await server.signIn()
    const { token } = await server.context.database.db
      .selectFrom('sessions')
      .select('token')
      .limit(1)
      .executeTakeFirstOrThrow()
    for (const cookie of [token, `${token}.`, `${token}.${'a'.repeat(43)}=`]) {
      expect((await whoAmI(`klankbord_session=${cookie}`)).status).toBe(401)
    }
  })
})
