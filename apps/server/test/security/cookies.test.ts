import { readdirSync, readFileSync } from 'node:fs'
import { textHash } from '@klankbord/model'
import { createSignInLink, createUser, organisationNamed } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountsOf } from '../../src/staff/accounts-of.ts'
import { inviteToStaff } from '../../src/staff/invite-to-staff.ts'
import { ask, type Answer, type Question } from '../http/ask.ts'
import { serveBeside } from '../http/server-beside.ts'
import { startIdentityProvider, type IdentityProvider } from '../staff/identity-provider.ts'
import { sixDigits } from '../staff/six-digits.ts'
import { startServer, type StartedServer } from '../started-server.ts'

const ROUTES = new URL('../../src/routes/', import.meta.url)

/** Routes that set a cookie, as their sources say. */
function settingRoutes(): readonly string[] {
  const sources = readdirSync(ROUTES).map((file) => readFileSync(new URL(file, ROUTES), 'utf8'))
  return sources.flatMap((source) =>
    source.split(/^ {4}method: /m).flatMap((route) => {
      const [, method = '', path = ''] = /^'(\w+)',\n {4}path: '([^']+)'/.exec(route) ?? []
      return route.includes("'Set-Cookie'") ? [`${method} ${path}`] : []
    }),
  )
}

let provider: IdentityProvider
let server: StartedServer

beforeAll(async () => {
  provider = await startIdentityProvider()
  server = await startServer({ signOn: provider.settings })
})
afterAll(async () => {
  await server.end()
  await provider.end()
})

const PASSWORD = 'een lang wachtwoord voor Ans'
const OTHER_PASSWORD = 'een ander lang wachtwoord'

/** What a browser sends that was given these. */
const cookieOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')

/** Somebody does everything that staff do with sessions, at a server of this address: the cookies that each route set. */
async function everyCookie(publicUrl: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { database, clock, settings } = server.context
  const own = { ...settings, publicUrl: () => publicUrl }
  const context = { ...server.context, settings: own, accounts: accountsOf(database.db, server.context, own) }
  const beside = await serveBeside(context)
  const set = new Map<string, readonly string[]>()
  const does = async (method: string, path: string, route: string, question: Question): Promise<Answer> => {
    const answer = await ask(beside, path, { ...question, method })
    expect([route, answer.status]).toEqual([route, expect.toSatisfy((status: number) => status < 400)])
    set.set(`${method} ${route}`, [...(set.get(`${method} ${route}`) ?? []), ...answer.headers.getSetCookie()])
    return answer
  }
  const asks = (method: string, path: string, json: unknown, cookie = ''): Promise<Answer> =>
    does(method, path, path, { json, headers: { cookie } })
  const email = `${textHash(publicUrl).slice(0, 8)}@voorbeeldstad.example`
  const expires = new Date(clock.now().getTime() + 60_000)
  try {
    const user = await createUser(database.db, { name: 'Ans', email })
    await createSignInLink(database.db, user.id, textHash(publicUrl), expires)
    const first = cookieOf(await asks('POST', '/api/session', { token: publicUrl }))
    await asks('PUT', '/api/account/password', { password: OTHER_PASSWORD }, first)
    const changed = await asks('PUT', '/api/account/password', { current: OTHER_PASSWORD, password: PASSWORD }, first)
    const begun = await asks('POST', '/api/account/second-factor', { password: PASSWORD }, cookieOf(changed))
    const uri = String(begun.json()['uri'])
    const shown = await asks('POST', '/api/session/second-factor', { code: sixDigits(uri) }, cookieOf(changed))
    expect(shown.status).toBe(204)
    const half = await asks('POST', '/api/session/password', { email, password: PASSWORD })
    const whole = await asks('POST', '/api/session/second-factor', { code: sixDigits(uri) }, cookieOf(half))
    await does('DELETE', '/api/session', '/api/session', { headers: { cookie: cookieOf(whole) } })
    const sent = await does('POST', '/api/sign-on/oidc', '/api/sign-on/:provider', {})
    const back = new URL(provider.agree(String(sent.json()['url']), { email }))
    const callback = '/api/sign-on/:provider/callback'
    await does('GET', back.pathname + back.search, callback, { headers: { cookie: cookieOf(sent) } })
    const { id: organisationId } = await organisationNamed(database.db, `De raad van ${email}`)
    const asked = { email: `els-${email}`, language: 'nl', role: 'viewer', organisationId, studyId: null } as const
    const { link } = await inviteToStaff(context, asked, null)
    const token = link?.split('#')[1]
    await asks('POST', '/api/invitations', { token, name: 'Els', password: PASSWORD })
    return set
  } finally {
    await beside.end()
  }
}

describe.each([
  ['http', 'http://klankbord.example'],
  ['https', 'https://klankbord.example'],
])('a cookie of a server at an address with %s', (scheme, publicUrl) => {
  let cookies: ReadonlyMap<string, readonly string[]>
  beforeAll(async () => {
    cookies = await everyCookie(publicUrl)
  })

  it('was asked for at every route that sets one', () => {
    expect([...cookies.keys()].toSorted()).toEqual(settingRoutes().toSorted())
    expect([...cookies].filter(([, set]) => set.length > 0).length).toBeGreaterThan(7)
  })

  it('is out of reach of scripts, of other sites and of other servers, and goes over https alone where there is https', () => {
    const wrong = [...cookies].flatMap(([route, set]) =>
      set.flatMap((cookie) => {
        const [named = '', ...attributes] = cookie.split('; ')
        // The provider sends the browser back to what began the sign-on: from another site, by a link.
        const sameSite = /klankbord\.state=/.test(named) ? 'SameSite=Lax' : 'SameSite=Strict'
        const wanted = ['Path=/', 'HttpOnly', sameSite, ...(scheme === 'https' ? ['Secure'] : [])]
        const found = attributes.filter((one) => !one.startsWith('Max-Age='))
        return found.toSorted().join() === wanted.toSorted().join()
          ? []
          : [`${route}: ${named.split('=')[0]}: ${found.join('; ')}`]
      }),
    )
    expect(wrong).toEqual([])
  })
})
