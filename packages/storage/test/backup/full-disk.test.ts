import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { watch } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeBackup } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { finishedFile } from '../../src/backup/finished-file.ts'
import { aShelf, fill, type Shelf } from './filled-database.ts'
import { REQUEST } from './request.ts'

const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url))
const NODE = [process.execPath, '--conditions=@klankbord/source', '--import', import.meta.resolve('tsx'), WRITER]
const ENVIRONMENT = { ...process.env, TSX_DISABLE_CACHE: '1' }

let source: TestDatabase
let shelf: Shelf

beforeAll(async () => {
  source = await createTestDatabase()
  await fill(source.db, 3_000)
})

afterAll(() => source.drop())

beforeEach(() => {
  shelf = aShelf()
})

afterEach(() => shelf.clear())

describe('somebody whose disk is too small for a backup', () => {
  it('has no file, and reads why', () => {
    // A file may have 64 kB in this process; more of it is refused as a full disk does.
    const script = `ulimit -f 64; trap '' XFSZ; exec "$@"`
    const { stdout } = spawnSync('bash', ['-c', script, '_', ...NODE, source.connectionString, shelf.file], {
      encoding: 'utf8',
      env: ENVIRONMENT,
    })
    expect(stdout).toBe('EFBIG\n')
    expect(readdirSync(shelf.folder)).toEqual([])
  })

  it('has no file when what should be in it ends in an error', async () => {
    const content = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('half')
      throw new Error('the other half')
    }
    await expect(finishedFile([shelf.file], content())).rejects.toThrow('the other half')
    expect(readdirSync(shelf.folder)).toEqual([])
  })
})

describe('somebody whose backup was killed half-way', () => {
  it('has a file that says by its name that it is not finished, and the next one gets another name', async () => {
    const child = spawn(NODE[0] ?? '', [...NODE.slice(1), source.connectionString, shelf.file], { env: ENVIRONMENT })
    const exit = once(child, 'exit')
    for await (const { filename } of watch(shelf.folder)) if (filename?.endsWith('.unfinished') === true) break
    child.kill('SIGKILL')
    await exit
    expect(readdirSync(shelf.folder)).toEqual(['a.backup.unfinished'])
    const next = join(shelf.folder, 'b.backup')
    const written = await writeBackup(source.connectionString, { ...REQUEST, names: [shelf.file, next] })
    expect(written).toMatchObject({ file: next })
  })
})
