import { sql } from 'kysely'
import { wmoClientExperience } from '@klankbord/instruments'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ALL_ROUTES } from '../src/routes/all-routes.ts'
import type { Route } from '../src/http/route.ts'
import { sendBytes } from './raw-request.ts'
import { leaksIn } from './secrets/leaks-in.ts'
import * as planted from './secrets/planted.ts'
import { startTalkativeServer, type TalkativeServer } from './secrets/talkative-server.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

/** Where requests go: to what is there, and to addresses that are secrets themselves. */
type Params = Readonly<Record<string, string>>

let server: TalkativeServer
let cookie = ''
let params: Params
/** The columns of a file of answers: asked for while there are none, since a file of answers holds answers. */
let header = ''
/** Every refusal, but pages on which somebody's own form comes back, to be mended or to be written down. */
const refusals: string[] = []
const statuses = new Set<number>()

beforeAll(async () => {
  server = await startTalkativeServer()
  const definition = await server.file('definition.json', JSON.stringify(wmoClientExperience.definition))
  const { output } = await server.command('study', 'import', definition)
  const wave = /^Wave: (\S+)$/m.exec(output)?.[1] ?? ''
  const signedIn = await fetch(`${server.origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: server.token }),
  })
  cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const study = await server.database.db.selectFrom('studies').select('study_id').executeTakeFirstOrThrow()
  params = {
    study: study.study_id,
    wave,
    publication: 'geen',
    id: planted.RESPONSE,
    file: 'x.js',
    view: 'x',
    name: 'x.svg',
  }
  header = await headerOfExport()
})

afterAll(async () => server.end())

interface Sent {
  readonly method: string
  readonly body?: string | URLSearchParams
  readonly headers?: Params
}

async function request(path: string, init: Sent, more: Params = {}): Promise<void> {
  const headers = { ...planted.HEADERS, ...more, ...init.headers }
  const response = await fetch(`${server.origin}${path}${planted.QUERY}`, { redirect: 'manual', ...init, headers })
  const text = await response.text()
  statuses.add(response.status)
  // An address of a wave that is not there is told to whoever asked for it.
  const toldBack =
    text.includes('<form') || text.includes('class="written"') || path.includes(encodeURIComponent(planted.STORY))
  if (response.status >= 400 && !toldBack) refusals.push(text)
}

/** One route with all that can be sent to it. */
async function visit(route: Route, where: Params, more: Params): Promise<void> {
  const path = route.path.replaceAll(/[:*](\w+)/g, (_, name: string) => encodeURIComponent(where[name] ?? 'x'))
  const { method } = route
  await request(path, { method: method === 'PATCH' ? 'PUT' : 'PATCH', body: planted.STORY }, more)
  if (method === 'GET') return request(path, { method, headers: { accept: 'text/html' } }, more)
  for (const body of planted.JSON_BODIES)
    await request(path, { method, body, headers: { 'content-type': 'application/json' } }, more)
  for (const fields of planted.FORMS) await request(path, { method, body: new URLSearchParams(fields) }, more)
  await request(path, { method, body: planted.STORY, headers: { 'content-type': 'text/plain' } }, more)
}

async function visitAll(more: Params = {}): Promise<void> {
  const nowhere = Object.fromEntries(Object.keys(params).map((name) => [name, planted.STORY]))
  for (const route of ALL_ROUTES) for (const where of [params, nowhere]) await visit(route, where, more)
}

/** All that was written since, nothing of which is a secret. */
function expectSilence(): void {
  const secrets = [...planted.SECRETS, ...planted.TOLD_BACK]
  const { server: log, commands, database } = server.said()
  expect(leaksIn(log, secrets)).toEqual([])
  expect(leaksIn(database, secrets)).toEqual([])
  expect(leaksIn(commands, secrets)).toEqual([])
}

const lines = (): readonly string[] =>
  server
    .said()
    .server.split('\n')
    .filter((line) => line.startsWith('{'))

describe('with every log at its most talkative, nothing of what people send is written down', () => {
  it('when respondents and strangers use every route, rightly and wrongly', async () => {
    await visitAll()
    expect([200, 201, 400, 401, 404, 405, 409, 413, 415, 422].filter((one) => !statuses.has(one))).toEqual([])
    expectSilence()
  })

  it('when somebody who is signed in does', async () => {
    const before = lines().length
    await visitAll({ cookie })
    expect(lines().length).toBeGreaterThan(before + 100)
    expectSilence()
  })

  it('when a request is cut short, or is no HTTP', async () => {
    const head = `PUT /api/waves/${params['wave']}/responses/${planted.RESPONSE} HTTP/1.1\r\nHost: x\r\n`
    const json = 'Content-Type: application/json\r\n'
    const replies = [
      await sendBytes(
        server.origin,
        `${head}${json}Content-Length: 9000\r\n\r\n{"answers": {"story": "${planted.STORY}`,
      ),
      await sendBytes(server.origin, `${head}${json}Content-Length: nee\r\n\r\n${planted.STORY}`),
      await sendBytes(server.origin, `${planted.STORY}\r\n\r\n`),
      await sendBytes(server.origin, `${head}X-Story: ${planted.STORY.repeat(2_000)}\r\n\r\n`),
    ]
    expect(leaksIn(replies.join('\n'), planted.SECRETS)).toEqual([])
    expectSilence()
  })

  it('when the database refuses a row and quotes it, or misses a table', async () => {
    const { db } = server.database
    await sql`alter table drafts add constraint never check (language = '') not valid`.execute(db)
    await sql`alter table responses add constraint never check (language = '') not valid`.execute(db)
    await visitAll()
    await sql`alter table responses drop constraint never`.execute(db)
    await sql`alter table responses rename column content_hash to elsewhere`.execute(db)
    await visitAll()
    await sql`alter table responses rename column elsewhere to content_hash`.execute(db)
    await sql`alter table drafts drop constraint never`.execute(db)
    await sql`alter table drafts rename column wave_id to elsewhere`.execute(db)
    for (const route of ALL_ROUTES.filter(({ path }) => path.includes('/drafts/:id/'))) await visit(route, params, {})
    await sql`alter table drafts rename column elsewhere to wave_id`.execute(db)
    const faults = lines().filter((line) => line.includes('"fault"'))
    expect(faults.some((line) => line.includes('"23514"'))).toBe(true)
    expect(faults.some((line) => line.includes('"42703"'))).toBe(true)
    expectSilence()
  })

  it('when the database goes away in the middle', async () => {
    const path = `/api/waves/${params['wave']}/responses/`
    const put = (id: string): Promise<void> =>
      request(`${path}${id}`, {
        method: 'PUT',
        body: planted.JSON_BODIES[0] ?? '',
        headers: { 'content-type': 'application/json' },
      })
    await server.withoutDatabase(async () => {
      await Promise.all(Array.from({ length: 20 }, (_, at) => put(planted.RESPONSE.replace(/.$/, String(at % 10)))))
      await visitAll()
    })
    expect(statuses).toContain(503)
    expectSilence()
  })

  it('when a file with answers is imported that cannot be taken', async () => {
    const cells = header.split(',').length
    const place = header.split(',').indexOf('story')
    const row = (text: string): string => `${','.repeat(place)}"${text}"${','.repeat(cells - 1 - place)}`
    const contents = [
      [
        header,
        row(`${planted.STORY} ${planted.NUMBER}`),
        planted.STORY,
        `${planted.STORY}${','.repeat(cells - 1)}`,
        `"${planted.STORY}`,
      ],
      [planted.STORY, planted.NUMBER],
      [header, row(planted.STORY.repeat(4_000))],
    ]
    for (const [at, content] of contents.entries()) {
      const file = await server.file(`${at}.csv`, content.join('\n'))
      const { code, output } = await server.command('responses', 'import', file, '--wave', params['wave'] ?? '')
      expect([1, 2]).toContain(code)
      expect(output).toMatch(/line \d/)
    }
    expectSilence()
  })

  it('and nobody reads it in the answer to a request that failed', () => {
    expect(refusals.filter((text) => text.startsWith('{"type":"urn:klankbord')).length).toBeGreaterThan(300)
    expect(refusals.filter((text) => text.startsWith('<!doctype html>')).length).toBeGreaterThan(20)
    expect(refusals.filter((text) => leaksIn(text, planted.SECRETS).length > 0)).toEqual([])
  })

  it('although all of that was written down', () => {
    const routes = new Set(lines().map((line) => (JSON.parse(line) as Record<string, unknown>)['route']))
    const silent = ALL_ROUTES.filter(({ path }) => !routes.has(path)).map(({ path }) => path)
    // Of what respondents do, and of typing it for them, only faults are written down; giving out a picture or a recording needs no
    // database that could fail, and whoever may not type is sent away before anything could.
    const typing = silent.filter((path) => path.startsWith('/api/entry/'))
    expect(typing.length).toBeGreaterThan(5)
    expect(silent.filter((path) => !typing.includes(path))).toEqual(['/pictures/:name', '/recordings/:name'])
    expect(server.said().database).toContain('database system was')
    expect(server.said().commands).toContain('citizen service number (BSN): story')
  })
})

/** The columns of the wave, as an export has them. */
async function headerOfExport(): Promise<string> {
  const { output } = await server.command('responses', 'export', '--wave', params['wave'] ?? '')
  const [columns = ''] = output.split(/\r?\n/)
  expect(columns).toContain('story')
  return columns
}
