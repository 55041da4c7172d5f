import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { textHash } from '@klankbord/model'
import { createSignInLink, createUser } from '@klankbord/storage'
import { open, press, send } from '../filled-page.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'
import { ask } from './ask.ts'

const WORDS = 'mijn-buurvrouw-Truus'
const CODE = 'K7MD-29XW-PQ4A'
const DEVICE = 'toestel-van-Jansen'
const ASKED = 'vraag-in-het-adres'
const FROM = '203.0.113.77'
const HEADERS = {
  'user-agent': DEVICE,
  referer: `https://elders.example/${ASKED}`,
  'x-forwarded-for': FROM,
  cookie: `zomaar=${WORDS}`,
}
const JSON_BODY = { answers: { story: WORDS }, language: 'nl', withdrawalHash: textHash(CODE) }

let server: StartedServer
const secrets = new Set([
  WORDS,
  CODE,
  CODE.replaceAll('-', ''),
  textHash(CODE),
  DEVICE,
  ASKED,
  FROM,
  'proefronde',
  '127.0.0.1',
])
const written = vi.spyOn(process.stderr, 'write')

beforeAll(async () => {
  server = await startServer()
  await openWmoWave(server.context, 'proefronde')
})

afterAll(async () => {
  written.mockRestore()
  await server.end()
})

/** Fills in a page of words, with everything that a browser sends along; gives what the pages answered. */
async function fillIn(): Promise<readonly number[]> {
  const address = `${server.origin}/v/proefronde`
  const first = await press(`${address}?${ASKED}`, await open(`${address}?bron=${ASKED}`, HEADERS), 'start')
  secrets.add((first.hidden['draft'] ?? 'no draft').replace('new-', ''))
  const story = { ...first.hidden, screen: 'story', story: WORDS }
  const answers = [
    await send(address, { ...story, go: 'next' }),
    await send(address, { ...story, go: 'next', story: `${WORDS}\u0000` }),
    await send(address, { ...story, go: 'next', [WORDS]: '1' }),
    await send(address, { ...first.hidden, go: 'submit', code: CODE }),
    await send(address, { ...first.hidden, go: 'submit', code: CODE }),
    await send(`${address}/withdraw`, { go: 'erase', code: CODE }),
    await send(`${address}/withdraw`, { go: 'erase', code: CODE, [WORDS]: WORDS }),
  ]
  return [first, ...answers].map(({ status }) => status)
}

async function useTheApi(): Promise<readonly number[]> {
  const id = randomUUID()
  secrets.add(id)
  const wave = '/api/waves/proefronde'
  const put = (path: string, json: unknown): ReturnType<typeof ask> =>
    ask(server, `${wave}/${path}?q=${ASKED}`, { method: 'PUT', json, headers: HEADERS })
  const answers = [
    await put(`drafts/${id}`, { revision: 1, answers: { story: WORDS }, language: 'nl' }),
    await put(`drafts/${id}`, { revision: 1, answers: { story: [WORDS] }, language: WORDS, [WORDS]: WORDS }),
    await put(`responses/${id}`, JSON_BODY),
    await put(`responses/${id}`, { ...JSON_BODY, answers: { story: `${WORDS}!` } }),
    await put(`responses/${WORDS}`, JSON_BODY),
    await ask(server, `/api/waves/${WORDS}/questionnaire?${ASKED}`, { headers: HEADERS }),
    await ask(server, `${wave}/responses`, { method: 'DELETE', json: { code: CODE }, headers: HEADERS }),
    await ask(server, `${wave}/responses`, { method: 'DELETE', json: { code: CODE }, headers: HEADERS }),
    await ask(server, `/${WORDS}/${CODE}?${ASKED}`, { headers: HEADERS }),
    await ask(server, `/v/%E0%A4%A${WORDS}`, { headers: HEADERS }),
  ]
  return answers.map(({ status }) => status)
}

async function signInAndOut(): Promise<readonly number[]> {
  const { context } = server
  const user = await createUser(context.database.db, { name: WORDS, administrator: true })
  const token = 'een-heel-geheim-bewijs'
  await createSignInLink(
    context.database.db,
    user.id,
    textHash(token),
    new Date(context.clock.now().getTime() + 60_000),
  )
  const signedIn = await ask(server, '/api/session', { json: { token }, headers: HEADERS })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  for (const secret of [token, textHash(token), cookie.split('=')[1] ?? '', user.id]) secrets.add(secret)
  const study = await ask(server, '/api/studies', {
    json: { title: { nl: WORDS }, organisation: { name: WORDS }, instrument: 'wmo-client-experience' },
    headers: { ...HEADERS, cookie },
  })
  secrets.add(String(study.json()['id']))
  const again = await ask(server, '/api/session', { json: { token }, headers: HEADERS })
  const gone = await ask(server, '/api/session', { method: 'DELETE', headers: { ...HEADERS, cookie } })
  return [signedIn, study, again, gone].map(({ status }) => status)
}

function expectNoSecret(text: string): void {
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(5)
    expect(text).not.toContain(secret)
  }
}

describe('the log', () => {
  it('holds nothing of what people send, whatever becomes of it', async () => {
    expect(await fillIn()).toEqual([200, 200, 422, 422, 200, 200, 200, 422])
    expect(await useTheApi()).toEqual([200, 422, 201, 409, 400, 404, 200, 404, 404, 404])
    expect(await signInAndOut()).toEqual([201, 201, 401, 204])
    const lines = server.logged().trim().split('\n')
    // A few of addresses that are none, and of staff: of what people fill in there is no line at all.
    expect(lines.length).toBeGreaterThan(4)
    expect(lines.filter((line) => /"route":"(?:.v|.api.waves)./.test(line))).toEqual([])
    expectNoSecret(server.logged())
    for (const line of lines) {
      const { method, route, status, ms, ...rest } = JSON.parse(line) as Record<string, unknown>
      expect([typeof method, typeof route, typeof status, typeof ms]).toEqual(['string', 'string', 'number', 'number'])
      expect(Object.keys(rest)).toEqual(['level', 'time', 'pid', 'hostname', 'msg'])
    }
  })

  it('says where a fault came from, and nothing of what it was about', async () => {
    // PostgreSQL quotes the row that it refuses.
    const { db } = server.context.database
    const address = `${server.origin}/v/proefronde?${ASKED}`
    const first = await press(address, null, 'start')
    await sql`alter table responses add constraint never check (language = '')`.execute(db)
    await sql`alter table drafts add constraint never check (language = '') not valid`.execute(db)
    const before = server.logged().length
    const api = await ask(server, `/api/waves/proefronde/responses/${randomUUID()}`, {
      method: 'PUT',
      json: JSON_BODY,
      headers: HEADERS,
    })
    const page = await press(address, first, 'next', { t1: '1' })
    expect([api.status, api.code, page.status]).toEqual([500, 'internalError', 500])
    const faults = server.logged().slice(before)
    expect(faults).toContain('"code":"23514"')
    expect(faults).toContain('/v/:wave')
    expect(faults).toContain('store-responses.ts')
    for (const text of [faults, api.text, page.html]) expectNoSecret(text)
    expect(page.heading).toBe('Er ging iets mis bij ons')
  })

  it('holds nothing either when a table is gone, and the server lives on', async () => {
    await sql`drop table responses`.execute(server.context.database.db)
    const path = '/api/waves/proefronde/responses'
    const gone = await ask(server, path, { method: 'DELETE', json: { code: CODE }, headers: HEADERS })
    expect(gone).toMatchObject({ status: 500, code: 'internalError' })
    expectNoSecret(server.logged())
    expect((await ask(server, '/healthz')).status).toBe(200)
  })

  it('is the only place that anything is written to', () => {
    expectNoSecret(written.mock.calls.map(([text]) => String(text)).join(''))
  })
})
