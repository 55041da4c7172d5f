import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listUsers } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from './command.ts'
import { serving, type ServingOptions } from './serving.ts'

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kb-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

function withoutSample({ connectionString }: TestDatabase): ServingOptions {
  return { data: folder, databaseUrl: connectionString, flags: ['--no-sample'] }
}

async function portInUse(): Promise<{ readonly port: number; readonly server: Server }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { port: typeof address === 'object' && address ? address.port : 0, server }
}

describe('somebody who starts the server', () => {
  it('finds the short address and the questionnaire of the sample, its results and a link that signs in once', async () => {
    const server = await serving({ data: folder, databaseUrl: null })
    const links = [...server.text.matchAll(/http:\/\/\S+/g)].map(([link]) => link)
    expect(links).toEqual([
      `${server.origin}/probeer`,
      `${server.origin}/v/probeer`,
      `${server.origin}/alles-proberen`,
      expect.stringMatching(/^http:\/\/localhost:\d+\/r\/[0-9a-f-]{36}$/),
      expect.stringMatching(/^http:\/\/localhost:\d+\/studio\/sign-in#[\w-]{43}$/),
    ])
    expect(server.text.endsWith(links[4] ?? 'none')).toBe(true)
    for (const link of links.slice(0, 4)) expect((await fetch(link)).status).toBe(200)
    const token = links[4]?.split('#')[1]
    const signIn = (): Promise<Response> =>
      fetch(`${server.origin}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      })
    const first = await signIn()
    expect([first.status, await first.json()]).toEqual([201, { user: { name: 'Beheerder' } }])
    expect((await signIn()).status).toBe(401)

    const second = await run(['serve', '--port', '0'], { data: folder, databaseUrl: null })
    expect(second).toMatchObject({ code: 1, printed: [] })
    expect(second.warned).toEqual([expect.stringContaining(`data folder is in use: ${folder}`)])
    expect(second.warned[0]).toContain(`process id ${process.pid}`)

    expect(await server.stop()).toMatchObject({ code: 0, warned: [] })
    await expect(fetch(`${server.origin}/healthz`)).rejects.toThrow('fetch failed')
    expect(readdirSync(folder).toSorted()).toEqual([
      'digest-key',
      'klankbord.key',
      'pictures',
      'postgres',
      'postgres.log',
    ])
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
    expect(statSync(join(folder, 'digest-key')).mode & 0o777).toBe(0o600)
  })

  it('uses the database of DATABASE_URL, and then no database and no lock in the folder', async () => {
    const test = await createTestDatabase()
    const server = await serving(withoutSample(test))
    expect(server.text).not.toContain('/v/')
    expect(server.text).toMatch(/\/studio\/sign-in#\S+$/)
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200)
    expect(readdirSync(folder)).toEqual(['address', 'digest-key', 'klankbord.key'])
    expect((await server.stop()).code).toBe(0)
    await test.drop()
  })

  it('has one keeper, however often it starts', async () => {
    const test = await createTestDatabase()
    await (await serving(withoutSample(test))).stop()
    await (await serving(withoutSample(test))).stop()
    expect(await listUsers(test.db)).toMatchObject([{ name: 'Beheerder' }])
    await test.drop()
  })

  it('finds a link that signs in at the first start, and after that only in a terminal', async () => {
    const test = await createTestDatabase()
    const journal = withoutSample(test)
    const texts: string[] = []
    for (const seen of [false, false, true]) {
      const server = await serving({ ...journal, seen })
      texts.push(server.text)
      await server.stop()
    }
    const [first, second, third] = texts
    expect(first).toMatch(/\/studio\/sign-in#\S+$/)
    expect(second).not.toContain('sign-in')
    const link = `For a link into the studio: ./klankbord user link "Beheerder" --data "${journal.data}"`
    expect(second?.endsWith(link)).toBe(true)
    expect(third).toMatch(/\/studio\/sign-in#\S+$/)
    const { rows } = await sql<{ links: number }>`select count(*)::integer as links from sign_in_links`.execute(test.db)
    expect(rows[0]?.links).toBe(2)
    await test.drop()
  })

  it('forgets answers that were not sent for four weeks, and nothing younger', async () => {
    const test = await createTestDatabase()
    await studyWithDrafts(test, ['2026-W42', '2026-W43', '2026-W47'])
    await (await serving(withoutSample(test))).stop()
    const left = await test.db.selectFrom('drafts').select('week').orderBy('week').execute()
    expect(left.map(({ week }) => week)).toEqual(['2026-W43', '2026-W47'])
    await test.drop()
  })

  it('reads one sentence when the port is taken, and leaves nothing behind', async () => {
    const { port, server } = await portInUse()
    const { code, printed, warned } = await run(['serve', '--port', String(port)], { data: folder, databaseUrl: null })
    expect([code, printed]).toEqual([1, []])
    expect(warned).toEqual([expect.stringMatching(`^port is taken: ${port} `)])
    expect(readdirSync(folder)).toEqual([])
    await new Promise((resolve) => server.close(resolve))
  })

  it.each(['abc', '-1', '65536', '80.5', ''])('reads one sentence about the port "%s"', async (port) => {
    const { code, warned } = await run(['serve', `--port=${port}`], { data: folder, databaseUrl: null })
    expect([code, warned]).toEqual([1, [expect.stringMatching(`^invalid port: ${port} `)]])
  })

  it('reads one sentence when the folder is no folder', async () => {
    const data = join(folder, 'file')
    writeFileSync(data, '')
    const { code, warned } = await run(['serve', '--port', '0'], { data, databaseUrl: null })
    expect([code, warned]).toEqual([1, [`data folder is not usable: ${data} (it is not a folder)`]])
  })

  it.each([
    ['postgresql://nobody@127.0.0.1:1/none', 'the database does not answer (try again)'],
    ['mysql://me:secret@localhost/x', 'DATABASE_URL is not usable (expected postgresql://user:password@host/database)'],
  ])('reads one sentence about the database %s', async (databaseUrl, sentence) => {
    const { code, warned } = await run(['serve', '--port', '0'], { data: folder, databaseUrl })
    expect([code, warned]).toEqual([1, [sentence]])
  })
})

describe('the process of the server', () => {
  it('stops at SIGTERM with nothing left, also when a terminal passes the wish on twice', async () => {
    const child = spawn(process.execPath, [CLI, 'serve', '--port', '0', '--no-sample', '--data', folder])
    await heard(child, /\/studio\/sign-in#\S+\n/)
    const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })))
    child.kill('SIGTERM')
    child.kill('SIGINT')
    expect(await ended).toEqual({ code: 0, signal: null })
    expect(readdirSync(folder).toSorted()).toEqual(['digest-key', 'klankbord.key', 'postgres', 'postgres.log'])
  })
})

function heard(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (piece: Buffer) => {
      text += piece.toString()
      if (pattern.test(text)) resolve(text)
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${text}`)))
  })
}

async function studyWithDrafts({ db, connectionString }: TestDatabase, weeks: readonly string[]): Promise<void> {
  const definition = join(folder, 'definition.json')
  const elements = [{ type: 'radiogroup', name: 'q1', title: 'Vraag', choices: [1, 2] }]
  writeFileSync(definition, JSON.stringify({ title: 'T', locale: 'nl', pages: [{ name: 'one', elements }] }))
  await run(['study', 'import', definition], { data: folder, databaseUrl: connectionString })
  const wave = await db.selectFrom('waves').select(['study_id', 'id', 'address']).executeTakeFirstOrThrow()
  const drafts = weeks.map((week, place) => ({
    study_id: wave.study_id,
    wave_id: wave.id,
    id: `00000000-0000-4000-8000-00000000000${place}`,
    revision: 1,
    answers: '{}',
    language: 'nl',
    asked: '[]',
    week,
  }))
  await db.insertInto('drafts').values(drafts).execute()
}
