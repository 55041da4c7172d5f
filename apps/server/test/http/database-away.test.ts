import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textHash } from '@klankbord/model'
import {
  createSignInLink,
  createUser,
  migrate,
  openDatabase,
  responseWriter,
  startEmbeddedPostgres,
  type Database,
  type EmbeddedPostgres,
} from '@klankbord/storage'
import { accountsOf } from '../../src/staff/accounts-of.ts'
import { open, press, send, type ShownPage } from '../filled-page.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave, storedAnswers } from '../wmo-wave.ts'
import { ask, type Answer } from './ask.ts'
import { serveBeside, type ServerBeside } from './server-beside.ts'

const BODY = { answers: { t1: 1 }, language: 'nl' }
const QUICK = { settings: { fsync: 'off', full_page_writes: 'off' } }

let harness: StartedServer
let folder: string
let postgres: EmbeddedPostgres
let database: Database
let server: ServerBeside & { readonly context: StartedServer['context'] }

/** A cluster of its own, because this one is stopped. */
beforeAll(async () => {
  harness = await startServer()
  folder = await mkdtemp(join(tmpdir(), 'klankbord-away-'))
  postgres = await startEmbeddedPostgres({ dataFolder: folder, ...QUICK })
  database = openDatabase(postgres.connectionString)
  await migrate(database.db)
  const accounts = accountsOf(database.db, harness.context, harness.context.settings)
  const context = { ...harness.context, database, writer: responseWriter(database.db), accounts }
  server = { ...(await serveBeside(context)), context }
})

afterAll(async () => {
  await server.end()
  await database.close()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
  await harness.end()
})

async function startAgain(): Promise<void> {
  const before = postgres.connectionString
  postgres = await startEmbeddedPostgres({ dataFolder: folder, ...QUICK })
  expect(postgres.connectionString).toBe(before)
}

const submit = (id: string): Promise<Answer> =>
  ask(server, `/api/waves/proefronde/responses/${id}`, { method: 'PUT', json: BODY })

describe('while the database is stopped', () => {
  it('every route says so and the process lives; afterwards the same process goes on by itself', async () => {
    const wave = await openWmoWave(server.context, 'proefronde')
    const address = `${server.origin}/v/proefronde`
    const [first, kept] = [randomUUID(), randomUUID()]
    expect((await submit(first)).status).toBe(201)
    const page = await press(address, await open(address), 'start')
    const second = await press(address, page, 'next', { t1: '2' })
    const ready = await lastPage(address)
    const cookie = await cookieOfStaff()

    await postgres.stop()
    for (const path of ['/readyz', '/api/waves/proefronde/questionnaire', '/r/x.json']) {
      expectAway(await ask(server, path))
    }
    expectAway(await submit(kept))
    expectAway(await ask(server, '/api/studies', { headers: { cookie } }))
    expectAway(await ask(server, '/api/session', { json: { token: 'x' } }))
    expectAway(await ask(server, '/api/session/password', { json: { email: 'a@b.example', password: 'p'.repeat(12) } }))
    expect((await ask(server, '/healthz')).status).toBe(200)

    const again = await press(address, second, 'next', { t2: '4' })
    expect([again.status, again.headers.get('retry-after')]).toEqual([503, '5'])
    expect(again.choices.find(({ chosen }) => chosen)).toMatchObject({ name: 't2', value: '4' })
    const notSent = await press(address, ready, 'submit')
    expect([notSent.status, notSent.headers.get('retry-after')]).toEqual([503, '5'])
    expect((await open(address)).heading).toBe('Het lukt nu even niet')

    await startAgain()
    expect((await ask(server, '/readyz')).status).toBe(200)
    expect((await submit(first)).status).toBe(200)
    expect((await submit(kept)).status).toBe(201)
    const third = await press(address, again, 'next', { t2: '4' })
    expect([third.status, third.hidden['screen']]).toEqual([200, 't3'])
    expect((await press(address, ready, 'submit')).heading).toBe('Opgeslagen. Dank u wel.')
    expect(await storedAnswers(server.context, wave)).toHaveLength(3)
  })

  it('says nothing of its address or its kind', async () => {
    await postgres.stop()
    try {
      const { text } = await ask(server, '/readyz')
      expect(text).not.toMatch(/postgres|socket|ENOENT|ECONN|klankbord-away/i)
      expect(harness.logged()).not.toContain('klankbord-away-')
    } finally {
      await startAgain()
    }
  })
})

async function cookieOfStaff(): Promise<string> {
  const { db } = database
  const user = await createUser(db, { name: 'Fatima', administrator: true })
  await createSignInLink(db, user.id, textHash('link'), new Date(harness.context.clock.now().getTime() + 60_000))
  const answer = await ask(server, '/api/session', { json: { token: 'link' } })
  return answer.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
}

function expectAway(answer: Answer): void {
  expect(answer).toMatchObject({ status: 503, code: 'databaseUnavailable' })
  expect(answer.headers.get('retry-after')).toBe('5')
}

/** Skips every question. */
async function lastPage(address: string): Promise<ShownPage> {
  let page = await send(address, { go: 'start' })
  while (page.hidden['code'] === undefined) page = await press(address, page, 'skip')
  return page
}
