import { textHash } from '@klankbord/model'
import { createSession, createSignInLink, createUser } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
    expect(cookie).toMatch(/^klankbord_session=[\w-]{43}$/)
    expect((await whoAmI(`iets=anders; ${cookie}; nog=iets`)).json()).toEqual({ user: { name: 'Onderzoeker' } })
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
    const beside = await serveBeside({ ...server.context, settings })
    try {
      const answer = await ask(beside, '/api/session', { json: { token: await link() } })
      expect(answer.headers.get('set-cookie')).toMatch(/; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure$/)
    } finally {
      await beside.end()
    }
  })
})

describe('a session', () => {
  it('ends by itself', async () => {
    const { database, clock } = server.context
    const user = await createUser(database.db, { name: 'Onderzoeker' })
    const [valid, over] = ['a'.repeat(43), 'b'.repeat(43)]
    await createSession(database.db, user.id, textHash(valid), new Date(clock.now().getTime() + 1))
    await createSession(database.db, user.id, textHash(over), clock.now())
    expect((await whoAmI(`klankbord_session=${valid}`)).status).toBe(200)
    expect((await whoAmI(`klankbord_session=${over}`)).status).toBe(401)
  })
})
