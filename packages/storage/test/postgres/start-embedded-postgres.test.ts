import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate, openDatabase, startEmbeddedPostgres, createUser, listUsers } from '@klankbord/storage'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { beginOwner, postmasterOf, runOwner, temporaryFolder, until } from './processes.ts'

// Real servers with real syncing: slow where others use the disk too.
vi.setConfig({ testTimeout: 120_000 })

let folder: ReturnType<typeof temporaryFolder>

beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

/** Starts, works, and stops again. */
async function visit<T>(
  work: (database: ReturnType<typeof openDatabase>, startedHere: boolean) => Promise<T>,
): Promise<T> {
  const postgres = await startEmbeddedPostgres({ dataFolder: folder.path })
  const database = openDatabase(postgres.connectionString)
  try {
    return await work(database, postgres.startedHere)
  } finally {
    await database.close()
    await postgres.stop()
  }
}

describe('a new data folder', () => {
  it('gets a database that is still there after a restart', async () => {
    await visit(async ({ db }, startedHere) => {
      expect(startedHere).toBe(true)
      expect(await migrate(db)).toEqual([
        '0001-collection',
        '0002-withdrawn-responses',
        '0003-text-releases',
        '0004-people-of-a-study',
        '0005-anonymous-collection',
        '0006-contacts-and-retention',
        '0007-backups',
        '0008-mixed-waves',
        '0010-looks-and-code-counts',
        '0011-clearings',
        '0012-staff',
        '0013-fieldwork',
        '0014-wave-plans',
        '0015-outbox',
        '0016-paper-entries',
        '0017-approvals-and-parts',
        '0018-redactions-quotes-comments',
        '0022-programmes',
        '0023-drafts-under-words',
        '0024-results-from',
        '0025-devices-of-drafts',
        '0027-marks-of-contacts',
        '0031-drafts-before-responses',
        '0032-policies-of-studies',
        '0033-lives-of-publications',
        '0034-texts-of-studies',
        '0035-fixed-plans',
      ])
      await createUser(db, { name: 'Ans' })
    })
    expect(existsSync(join(folder.path, 'postgres', 'postmaster.pid'))).toBe(false)
    await visit(async ({ db }, startedHere) => {
      expect(startedHere).toBe(true)
      expect(await migrate(db)).toEqual([])
      expect(await listUsers(db)).toMatchObject([{ name: 'Ans' }])
    })
  })

  it('guards what it holds, speaks UTF-8 and UTC, and listens to no network', async () => {
    await visit(async ({ db }) => {
      const names = [
        'data_checksums',
        'fsync',
        'full_page_writes',
        'synchronous_commit',
        'listen_addresses',
        'server_encoding',
        'TimeZone',
      ]
      const { rows } = await sql<{ name: string; setting: string }>`
        select name, setting from pg_settings where name in (${sql.join(names)})`.execute(db)
      expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
        data_checksums: 'on',
        fsync: 'on',
        full_page_writes: 'on',
        synchronous_commit: 'on',
        listen_addresses: '',
        server_encoding: 'UTF8',
        TimeZone: 'UTC',
      })
    })
  })

  it('may lie deeper than a socket name can say', async () => {
    const deep = join(folder.path, ...Array.from({ length: 8 }, (_, n) => `een-heel-diepe-map-${n}`))
    const postgres = await startEmbeddedPostgres({ dataFolder: deep })
    const database = openDatabase(postgres.connectionString)
    await database.ping()
    await database.close()
    await postgres.stop()
  })

  it('is created once when two commands begin at the same moment', async () => {
    const both = await Promise.all([runOwner(folder.path, 'command'), runOwner(folder.path, 'command')])
    expect(both.filter((owner) => owner.startedHere)).toHaveLength(1)
    await Promise.all(both.map((owner) => owner.stop()))
    expect(existsSync(join(folder.path, 'postgres', 'postmaster.pid'))).toBe(false)
  })

  it('is created again after a kill in the middle of creating', async () => {
    const owner = beginOwner(folder.path, 'server')
    const unfinished = (): boolean => readdirSync(folder.path).some((name) => name.startsWith('postgres-unfinished-'))
    await until(unfinished)
    owner.kill('SIGKILL')
    await visit(async ({ ping }) => ping())
    expect(unfinished()).toBe(false)
  })

  it('is refused when it holds the database of another version, or something else', async () => {
    mkdirSync(join(folder.path, 'postgres'))
    writeFileSync(join(folder.path, 'postgres', 'foto.jpg'), '')
    await expect(visit(async () => undefined)).rejects.toThrow('its folder "postgres" holds something else')
    writeFileSync(join(folder.path, 'postgres', 'PG_VERSION'), '15\n')
    await expect(visit(async () => undefined)).rejects.toThrow('its database was made by PostgreSQL 15')
  })
})

describe('a server that is killed', () => {
  it('leaves its database running, and the next server goes on with it', async () => {
    const first = await runOwner(folder.path, 'server')
    const postmaster = postmasterOf(folder.path)
    await first.kill()
    const second = await runOwner(folder.path, 'server')
    expect(second.startedHere).toBe(false)
    expect(postmasterOf(folder.path)).toBe(postmaster)
    await second.stop()
    expect(existsSync(join(folder.path, 'postgres', 'postmaster.pid'))).toBe(false)
  })

  it('loses nothing that was stored, when its database is killed as well', async () => {
    const first = await runOwner(folder.path, 'server')
    const database = openDatabase(first.connectionString)
    await migrate(database.db)
    for (let n = 0; n < 20; n += 1) await createUser(database.db, { name: `gebruiker ${n}` })
    await first.kill()
    process.kill(postmasterOf(folder.path), 'SIGKILL')
    await database.close()
    await visit(async ({ db }, startedHere) => {
      expect(startedHere).toBe(true)
      expect(await listUsers(db)).toHaveLength(20)
    })
  })
})

describe('beside a running server', () => {
  it('a command joins the database and leaves it running', async () => {
    const server = await runOwner(folder.path, 'server')
    await visit(async ({ ping }, startedHere) => {
      expect(startedHere).toBe(false)
      await ping()
    })
    const database = openDatabase(server.connectionString)
    await database.ping()
    await database.close()
    await server.stop()
  })

  it('a second server is refused and the first one does not notice', async () => {
    const server = await runOwner(folder.path, 'server')
    await expect(runOwner(folder.path, 'server')).rejects.toThrow(
      /data folder is in use: \S+ \(by the server with process id \d+;/,
    )
    const database = openDatabase(server.connectionString)
    await database.ping()
    await database.close()
    await server.stop()
  })

  it('the one who comes last turns off the light, whoever lit it', async () => {
    const command = await runOwner(folder.path, 'command')
    const server = await runOwner(folder.path, 'server')
    await command.stop()
    const database = openDatabase(server.connectionString)
    await database.ping()
    await database.close()
    await server.stop()
    expect(existsSync(join(folder.path, 'postgres', 'postmaster.pid'))).toBe(false)
  })
})

describe('a database that is killed under its server', () => {
  it('is unavailable with a code, comes back by itself, and the same pool goes on', async () => {
    const messages: string[] = []
    const postgres = await startEmbeddedPostgres({ dataFolder: folder.path, onMessage: (text) => messages.push(text) })
    const database = openDatabase(postgres.connectionString)
    await migrate(database.db)
    await createUser(database.db, { name: 'Bo' })
    process.kill(postmasterOf(folder.path), 'SIGKILL')
    const failures = new Set<unknown>()
    for (let back = false; !back;) {
      back = await listUsers(database.db).then(
        () => messages.includes('the database is back'),
        (error: unknown) => {
          failures.add(error instanceof Error && 'code' in error ? error.code : error)
          return false
        },
      )
    }
    expect([...failures]).toEqual(['databaseUnavailable'])
    expect(await listUsers(database.db)).toMatchObject([{ name: 'Bo' }])
    // On a busy machine it says in between that it recovers.
    expect([messages[0], messages.at(-1)]).toEqual([
      'the database stopped by itself and is started again',
      'the database is back',
    ])
    await database.close()
    await postgres.stop()
  })

  it.runIf(process.platform === 'linux')('starts although its old process id belongs to another program', async () => {
    await visit(async ({ ping }) => ping())
    writeFileSync(
      join(folder.path, 'postgres', 'postmaster.pid'),
      `${process.ppid}\n/elsewhere\n0\n5432\n.\n\n0 0\nready\n`,
    )
    await visit(async (_, startedHere) => expect(startedHere).toBe(true))
  })
})

it('writes no value of a failed statement in its log', async () => {
  await visit(async ({ db }) => {
    await expect(sql`select ${'geheim antwoord'}::jsonb`.execute(db)).rejects.toMatchObject({
      code: 'valueNotStorable',
    })
  })
  const log = readFileSync(join(folder.path, 'postgres.log'), 'utf8')
  expect(log).toContain('database system is ready')
  expect(log).not.toContain('geheim')
})
