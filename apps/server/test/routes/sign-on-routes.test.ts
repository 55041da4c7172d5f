import { createUser, renameUser } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ask, type Answer } from '../http/ask.ts'
import { startIdentityProvider, type IdentityProvider, type Said } from '../staff/identity-provider.ts'
import { startServer, type StartedServer } from '../started-server.ts'

const INVITED = 'bep@voorbeeldstad.example'

let provider: IdentityProvider
let server: StartedServer

beforeAll(async () => {
  provider = await startIdentityProvider()
  server = await startServer({ signOn: provider.settings })
  await createUser(server.context.database.db, { name: 'Bep', email: INVITED })
})
afterAll(async () => {
  await server.end()
  await provider.end()
})

const cookieOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')

async function begun(): Promise<{ readonly url: string; readonly cookie: string }> {
  const answer = await ask(server, '/api/sign-on/oidc', { method: 'POST' })
  expect(answer.status).toBe(201)
  return { url: String(answer.json()['url']), cookie: cookieOf(answer) }
}

/** Goes back to the server with what the provider sent along. */
function back(address: string, cookie: string): Promise<Answer> {
  const { origin, pathname, search } = new URL(address)
  expect(origin).toBe(server.origin)
  return ask(server, pathname + search, { headers: { cookie } })
}

async function signsOn(said: Said): Promise<Answer> {
  const { url, cookie } = await begun()
  return back(provider.agree(url, said), cookie)
}

const where = (answer: Answer): readonly unknown[] => [answer.status, answer.headers.get('location')]
const session = (answer: Answer): Promise<Answer> =>
  ask(server, '/api/session', { headers: { cookie: cookieOf(answer) } })

it('lets in whoever was invited under the address that the provider vouches for, as with a second factor', async () => {
  const answer = await signsOn({ email: INVITED })
  expect(where(answer)).toEqual([303, '/studio/'])
  expect((await session(answer)).json()).toMatchObject({ user: { name: 'Bep', email: INVITED }, secondFactor: true })
  expect(where(await signsOn({ email: INVITED }))).toEqual([303, '/studio/'])
})

it('keeps no token of the provider', async () => {
  await signsOn({ email: INVITED })
  const rows = await server.context.database.db.selectFrom('credentials').selectAll().execute()
  expect(rows.filter(({ provider_id }) => provider_id === 'oidc')).toEqual([
    expect.objectContaining({ access_token: null, refresh_token: null, id_token: null }),
  ])
})

it('refuses whom nobody invited, makes no account, and writes it down without the address', async () => {
  const answer = await signsOn({ email: 'niemand@elders.example' })
  expect(where(answer)).toEqual([303, '/studio/sign-in?refused'])
  expect((await session(answer)).status).toBe(401)
  const { db } = server.context.database
  expect(await db.selectFrom('users').select('email').where('email', 'like', '%elders%').execute()).toEqual([])
  const log = await ask(server, '/api/audit', { headers: { cookie: await server.signIn() } })
  expect((log.json() as { entries: { action: string }[] }).entries[0]?.action).toBe('signOn.refused')
  expect(log.text).not.toContain('@')
})

it('takes no address that somebody gave themselves', async () => {
  const user = await createUser(server.context.database.db, { name: 'Kees', email: 'kees@voorbeeldstad.example' })
  await renameUser(server.context.database.db, user.id, { email: 'directeur@voorbeeldstad.example' })
  expect(where(await signsOn({ email: 'directeur@voorbeeldstad.example' }))).toEqual([303, '/studio/sign-in?refused'])
})

it.each<[string, Partial<Said>]>([
  ['another issuer', { issuer: 'https://elders.example' }],
  ['another server', { audience: 'elders' }],
  ['another sign-in', { nonce: 'made up' }],
  ["a key that is not the provider's", { forged: true }],
])('refuses what was said for or by %s', async (_what, said) => {
  const answer = await signsOn({ email: INVITED, ...said })
  expect(where(answer)).toEqual([303, '/studio/sign-in?refused'])
  expect((await session(answer)).status).toBe(401)
})

it('refuses whoever did not begin in this browser, and a state that was made up or used', async () => {
  const { url, cookie } = await begun()
  const address = provider.agree(url, { email: INVITED })
  expect(where(await back(address, ''))).toEqual([303, '/studio/sign-in?refused'])
  const madeUp = new URL(address)
  madeUp.searchParams.set('state', 'made-up')
  expect(where(await back(madeUp.href, cookie))).toEqual([303, '/studio/sign-in?refused'])
  const again = await begun()
  const used = provider.agree(again.url, { email: INVITED })
  expect(where(await back(used, again.cookie))).toEqual([303, '/studio/'])
  expect(where(await back(used, again.cookie))).toEqual([303, '/studio/sign-in?refused'])
})

it('says which provider there is; without one nothing is there and nothing is fetched', async () => {
  const there = await ask(server, '/api/sign-on')
  expect(there.json()).toEqual({ providers: [{ name: 'oidc', title: 'Voorbeeldstad' }] })
  const fetched = vi.spyOn(globalThis, 'fetch')
  const bare = await startServer()
  try {
    expect((await ask(bare, '/api/sign-on')).json()).toEqual({ providers: [] })
    const begin = await ask(bare, '/api/sign-on/oidc', { method: 'POST' })
    expect([begin.status, begin.code]).toEqual([404, 'signOnNotConfigured'])
    expect((await ask(bare, '/api/sign-on/oidc/callback?code=x&state=y')).code).toBe('signOnNotConfigured')
    await ask(bare, '/api/session', { headers: { cookie: await bare.signIn() } })
    const elsewhere = fetched.mock.calls
      .map(([address]) => (address instanceof Request ? address.url : address.toString()))
      .filter((one) => !one.startsWith(bare.origin))
    expect(elsewhere).toEqual([])
  } finally {
    fetched.mockRestore()
    await bare.end()
  }
})
