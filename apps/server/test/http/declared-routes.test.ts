import { randomUUID } from 'node:crypto'
import { ROLES } from '@klankbord/model'
import { addMembership } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declaredResponses, type Route } from '../../src/http/route.ts'
import { ALL_ROUTES } from '../../src/routes/all-routes.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'
import { ask, type Answer } from './ask.ts'

let server: StartedServer
let params: Readonly<Record<string, string>>

beforeAll(async () => {
  server = await startServer()
  const wave = await openWmoWave(server.context, 'proefronde')
  params = {
    study: wave.studyId,
    wave: wave.address,
    publication: 'nergens',
    id: randomUUID(),
    file: 'x.js',
    view: 'x',
    name: 'x.svg',
  }
})

afterAll(() => server.end())

const NAMED = ALL_ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const)
const STAFF = NAMED.filter(([, { role }]) => role === 'staff')
const CHANGING = NAMED.filter(([, { method, role }]) => role === 'staff' && method !== 'GET')
const ANY_BODY: readonly unknown[] = [
  {},
  { answers: {} },
  { code: 'AAAA-BBBB-CCCC' },
  { token: 'none' },
  { state: 'closed' },
]

/** Asks a route as a client that knows its address; `unlike` replaces what follows from the route. */
function visit(route: Route, headers: Readonly<Record<string, string>>, body: unknown = {}): Promise<Answer> {
  const path = route.path.replaceAll(/[:*](\w+)/g, (_, name: string) => params[name] ?? 'x')
  const { kind } = route.body ?? {}
  return ask(server, path, {
    method: route.method,
    headers,
    ...(kind === 'json' ? { json: body } : {}),
    ...(kind === 'form' ? { form: { go: 'start' } } : {}),
  })
}

/** Somebody who administers, has every role in the study, and showed a second factor. */
async function signInAsEverything(): Promise<string> {
  const cookie = await server.signIn()
  const { db } = server.context.database
  const { id } = await db.selectFrom('users').select('id').orderBy('created_at', 'desc').executeTakeFirstOrThrow()
  const study = await db.selectFrom('studies').select('organisation_id').executeTakeFirstOrThrow()
  for (const role of ROLES) await addMembership(db, id, { organisationId: study.organisation_id, role, studyId: null })
  await db.updateTable('sessions').set({ second_factor: true }).where('user_id', '=', id).execute()
  return cookie
}

describe('what a route says of itself', () => {
  it('is there for every route, and for none twice', () => {
    expect(NAMED.length).toBeGreaterThan(25)
    expect(new Set(NAMED.map(([name]) => name)).size).toBe(NAMED.length)
    for (const [, { role, summary }] of NAMED) expect([role, summary.endsWith('.')]).toEqual([role, true])
  })

  it('leaves to the public only what respondents, councils and programs need', () => {
    const open = NAMED.filter(([, { role }]) => role === 'public').map(([name]) => name)
    expect(open).toEqual([
      'GET /healthz',
      'GET /readyz',
      'GET /v/:wave',
      'POST /v/:wave',
      'GET /v/:wave/withdraw',
      'POST /v/:wave/withdraw',
      'GET /v/:wave/kiosk',
      'POST /v/:wave/kiosk',
      'GET /v/:wave/kiosk/withdraw',
      'POST /v/:wave/kiosk/withdraw',
      'GET /v/:wave/start',
      'GET /v/:wave/resume',
      'POST /v/:wave/resume',
      'GET /v/:wave/kiosk/resume',
      'POST /v/:wave/kiosk/resume',
      'POST /api/waves/:wave/drafts/:id/words',
      'POST /api/waves/:wave/drafts/:id/answers',
      'GET /v/:wave/other',
      'POST /v/:wave/other',
      'GET /v/:wave/again',
      'POST /v/:wave/again',
      'GET /api/waves/:wave/questionnaire',
      'GET /api/waves/:wave/page',
      'PUT /api/waves/:wave/drafts/:id',
      'PUT /api/waves/:wave/responses/:id',
      'DELETE /api/waves/:wave/responses',
      'GET /api/waves/:wave/drafts/:id/key',
      'GET /r/:publication.json',
      'GET /r/:publication.csv',
      'GET /r/:publication.xlsx',
      'GET /r/:publication',
      'GET /r/:publication/figure/:figure',
      'POST /api/session',
      'POST /api/session/password',
      'POST /api/session/second-factor',
      'GET /api/sign-on',
      'POST /api/sign-on/:provider',
      'GET /api/sign-on/:provider/callback',
      'POST /api/invitations/look',
      'POST /api/invitations',
      'GET /api/openapi.json',
      'GET /pictures/:name',
      'GET /recordings/:name',
      'GET /assets/report.js',
      'GET /assets/respond.js',
      'GET /assets/respond/*file',
      'GET /respond-worker.js',
      'GET /studio',
      'GET /studio/assets/*file',
      'GET /studio/*view',
      'GET /',
      'GET /:address/verder',
      'GET /:address/resume',
      'GET /:address/wissen',
      'GET /:address/withdraw',
      'GET /:address/resultaten',
      'GET /:address/results',
      'GET /:address',
    ])
  })

  it.each(NAMED)('holds for whoever is not signed in: %s', async (_name, route) => {
    for (const body of route.body?.kind === 'json' ? ANY_BODY : [{}]) {
      const { status } = await visit(route, {}, body)
      expect(Object.keys(declaredResponses(route)).map(Number)).toContain(status)
      expect(status).not.toBe(500)
      expect(route.role === 'public' || status === 401).toBe(true)
    }
  })

  it.each(STAFF)('holds for staff: %s', async (_name, route) => {
    const cookie = await signInAsEverything()
    for (const body of route.body?.kind === 'json' ? ANY_BODY : [{}]) {
      const { status } = await visit(route, { cookie }, body)
      expect(Object.keys(declaredResponses(route)).map(Number)).toContain(status)
      // The test of the roles goes to what an administrator may not do as who may.
      const forAdministrators = route.may === undefined || route.may.includes('administrator')
      expect(forAdministrators ? [401, 403, 500] : [401, 500]).not.toContain(status)
    }
  })
})

describe('a page of another site', () => {
  const FOREIGN = [
    { origin: 'https://elders.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]

  it.each(CHANGING.filter(([, { changesNothing }]) => changesNothing !== true))(
    'cannot let staff who are signed in do anything: %s',
    async (_name, route) => {
      const cookie = await server.signIn()
      for (const headers of FOREIGN) {
        expect(await visit(route, { cookie, ...headers })).toMatchObject({ status: 403, code: 'foreignOrigin' })
      }
    },
  )

  it('cannot sign anybody in', async () => {
    const answer = await ask(server, '/api/session', {
      json: { token: 'x' },
      headers: { origin: 'https://elders.example' },
    })
    expect(answer).toMatchObject({ status: 403, code: 'foreignOrigin' })
  })

  it('is not taken for a page of ours that sends no referrer and says so', async () => {
    const cookie = await server.signIn()
    const headers = { cookie, origin: 'null' }
    expect((await ask(server, '/api/session', { method: 'DELETE', headers })).status).toBe(403)
    const own = { ...headers, 'sec-fetch-site': 'same-origin' }
    expect((await ask(server, '/api/session', { method: 'DELETE', headers: own })).status).toBe(204)
  })
})

describe('whoever is not signed in', () => {
  it.each(STAFF.filter(([, { body }]) => body?.kind === 'json'))(
    'is refused before the body is looked at: %s',
    async (_name, route) => {
      const { headers, ...rest } = { headers: { 'content-type': 'text/plain' }, ...route }
      expect(await visit(rest, headers, 'x'.repeat(400_000))).toMatchObject({ status: 401, code: 'notSignedIn' })
    },
  )

  it.each([
    ['no cookie', ''],
    ['a made-up token', `klankbord_session=${'a'.repeat(43)}`],
    ['a token with a quote in it', `klankbord_session='; drop table sessions`],
  ])('has %s', async (_what, cookie) => {
    expect((await ask(server, '/api/studies', { headers: { cookie } })).status).toBe(401)
  })
})
