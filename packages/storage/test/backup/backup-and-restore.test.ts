import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { addTextReleases, listTextReleases, restoreBackup, storeResponse, writeBackup } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withConnection } from '../../src/backup/connect.ts'
import { decrypted } from '../../src/backup/encryption.ts'
import { migrateWithin } from '../../src/migrate.ts'
import { anArrival, aResponse, type OpenWave } from '../fieldwork.ts'
import { aShelf, contentsOf, createBareDatabase, fill, type Shelf } from './filled-database.ts'
import { PASSPHRASE, REQUEST } from './request.ts'

let source: TestDatabase
let target: TestDatabase
let wave: OpenWave
let shelf: Shelf

beforeAll(async () => {
  source = await createTestDatabase()
  wave = await fill(source.db, 400)
})

afterAll(() => source.drop())

beforeEach(async () => {
  shelf = aShelf()
  target = await createBareDatabase()
})

afterEach(async () => {
  shelf.clear()
  await target.drop()
})

const backUp = () => writeBackup(source.connectionString, { ...REQUEST, names: [shelf.file] })
const restore = (passphrase = PASSPHRASE) => restoreBackup(target.connectionString, { file: shelf.file, passphrase })

describe('somebody who keeps the server and makes a backup', () => {
  it('gets the same database from it, in an empty one', async () => {
    const before = await contentsOf(source.db)
    const written = await backUp()
    const { manifest, migrated } = await restore()
    expect(await contentsOf(target.db)).toEqual(before)
    expect(manifest).toEqual(written?.manifest)
    expect(manifest).toMatchObject({ madeOn: '2026-11-22', tables: { responses: { rows: 400 }, waves: { rows: 1 } } })
    expect(manifest.postgres).toMatch(/^18\./)
    expect(manifest.migrations.at(0)).toBe('0001-collection')
    expect(migrated).toEqual([])
  })

  it('gets it in a database too in which a server was started once, and rows are numbered on from there', async () => {
    const started = await createTestDatabase()
    await sql`insert into installation_key (fingerprint) values ('another')`.execute(started.db)
    await backUp()
    await restoreBackup(started.connectionString, { file: shelf.file, passphrase: PASSPHRASE })
    expect(await contentsOf(started.db)).toEqual(await contentsOf(source.db))
    const [last] = (await listTextReleases(started.db)).slice(-1)
    if (last !== undefined) await addTextReleases(started.db, [{ ...last, key: 'drie' }])
    expect((await listTextReleases(started.db)).map(({ key }) => key)).toEqual(['een', 'twee', 'drie'])
    await started.drop()
  })

  it('has a file that only they can read, of which size and hash are told', async () => {
    const written = await backUp()
    const bytes = readFileSync(shelf.file)
    expect(statSync(shelf.file).mode & 0o777).toBe(0o600)
    expect(written).toMatchObject({
      file: shelf.file,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      unsealed: [],
    })
    expect(readdirSync(shelf.folder)).toEqual(['a.backup'])
  })

  it('never overwrites a file, and takes the next name', async () => {
    writeFileSync(shelf.file, 'mine')
    expect(await backUp()).toBeNull()
    const next = join(shelf.folder, 'b.backup')
    const names = [shelf.file, next]
    expect(await writeBackup(source.connectionString, { ...REQUEST, names })).toMatchObject({ file: next })
    expect(readFileSync(shelf.file, 'utf8')).toBe('mine')
  })

  it('has every row as it was at one moment, however many people send meanwhile', async () => {
    const sending = (async () => {
      // One after another, until the backup is there.
      for (let n = 1_000; !existsSync(shelf.file); n += 1) await sendBoth(n)
    })()
    await backUp()
    await sending
    await restore()
    const count = async (db: TestDatabase['db']) =>
      (
        await sql<{ responses: number; users: number }>`
          select (select count(*)::int from responses where content_hash like 'both%') as responses,
            (select count(*)::int from users where name like 'both%') as users`.execute(db)
      ).rows[0]
    const [now, then] = [await count(source.db), await count(target.db)]
    expect(then?.responses).toBe(then?.users)
    expect(now?.responses).toBeGreaterThan(then?.responses ?? Infinity)
  })

  const sendBoth = (n: number): Promise<void> =>
    source.db.transaction().execute(async (trx) => {
      await storeResponse(trx, anArrival(wave.place, { ...aResponse(n), contentHash: `both ${n}` }))
      await sql`insert into users (id, name) values (gen_random_uuid(), ${`both ${n}`})`.execute(trx)
    })
})

describe('somebody who makes a backup before an upgrade', () => {
  it('gets the tables of then from it, brought up to date', async () => {
    const [old, newer] = [await createBareDatabase(), await createBareDatabase()]
    await withConnection(old.connectionString, async (client) => {
      await client.query('begin')
      await migrateWithin(client, '0004-people-of-a-study')
      await client.query(`insert into users (id, name) values (gen_random_uuid(), 'Fatima')`)
      await client.query('commit')
    })
    const people = ({ db }: TestDatabase) => db.selectFrom('users').select(['id', 'name']).execute()
    const fatima = await people(old)
    const before = await contentsOf(old.db)
    const written = await writeBackup(old.connectionString, { ...REQUEST, names: [shelf.file] })
    expect(written).toMatchObject({ unsealed: [], manifest: { keyFingerprint: null } })
    expect(await contentsOf(old.db)).toEqual(before)
    const request = { file: shelf.file, passphrase: PASSPHRASE }
    expect((await restoreBackup(newer.connectionString, request)).migrated[0]).toBe('0005-anonymous-collection')
    expect(fatima).toHaveLength(1)
    expect(await people(newer)).toEqual(fatima)
    await expect(restoreBackup(source.connectionString, request)).rejects.toMatchObject({ code: 'databaseNotEmpty' })
    const ahead = await createTestDatabase()
    await expect(restoreBackup(ahead.connectionString, request)).rejects.toMatchObject({
      code: 'databaseAhead',
      details: { migration: '0005-anonymous-collection' },
    })
    for (const database of [old, newer, ahead]) await database.drop()
  })
})

describe('somebody who makes a backup while a portion is being sealed', () => {
  it('gets every row of a table that is being emptied and filled again', async () => {
    const rewritten = await createTestDatabase()
    await fill(rewritten.db, 50)
    const before = await contentsOf(rewritten.db)
    const making = await rewritten.db.transaction().execute(async (trx) => {
      await sql`create temporary table kept on commit drop as select * from responses`.execute(trx)
      await sql`truncate responses`.execute(trx)
      await sql`insert into responses select * from kept`.execute(trx)
      const made = writeBackup(rewritten.connectionString, { ...REQUEST, names: [shelf.file] })
      await somebodyWaitsFor(trx)
      return { made }
    })
    await making.made
    await restore()
    expect(await contentsOf(target.db)).toEqual(before)
    await rewritten.drop()
  })

  /** Until the backup stands before a table that this transaction holds. */
  const somebodyWaitsFor = async (trx: TestDatabase['db']): Promise<void> => {
    const { rows } = await sql`
      select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))`.execute(trx)
    if (rows.length === 0) await somebodyWaitsFor(trx)
  }
})

describe('somebody who looks in a backup for who came when', () => {
  const textOf = async (): Promise<string> => {
    const pieces: Buffer[] = []
    const file = (async function* () {
      yield readFileSync(shelf.file)
    })()
    for await (const piece of decrypted(file, PASSPHRASE, shelf.file)) pieces.push(piece)
    return gunzipSync(Buffer.concat(pieces)).toString()
  }
  const rowsIn = (text: string): readonly number[] =>
    [...text.matchAll(/00000000-0000-4000-8000-(\d{12})/g)].map(([, n]) => Number(n)).filter((n) => n <= 400)

  it('finds rows in an order that says nothing, another one each time', async () => {
    await backUp()
    const first = rowsIn(await textOf())
    shelf.clear()
    shelf = aShelf()
    await backUp()
    const second = rowsIn(await textOf())
    expect(first).toHaveLength(400)
    expect(second).not.toEqual(first)
    for (const order of [first, second]) {
      // Of neighbours in random order about half ascend: 199.5, with a standard deviation of 5.8. Ten of those are never seen.
      const ascending = order.filter((n, place) => place > 0 && n > (order[place - 1] ?? 0)).length
      expect(Math.abs(ascending - 199.5)).toBeLessThan(60)
    }
  })

  it('finds no system column, and of the key only which one it is', async () => {
    await backUp()
    const text = await textOf()
    expect(text).not.toMatch(/xmin|ctid|tableoid|cmin/)
    expect(Object.keys(JSON.parse(text.split('\n')[0] ?? ''))).toEqual([
      'klankbord',
      'layout',
      'madeOn',
      'keyFingerprint',
      'postgres',
      'migrations',
    ])
    expect(text).not.toContain(PASSPHRASE)
  })
})

describe('somebody who restores something that is not whole', () => {
  const untouched = async (): Promise<void> => expect(await contentsOf(target.db)).toEqual({})

  it('reads that the passphrase does not open it', async () => {
    await backUp()
    await expect(restore('een andere wachtzin')).rejects.toMatchObject({ code: 'wrongPassphrase' })
    await untouched()
  })

  it('keeps an empty database when the last byte is missing, after every row was loaded', async () => {
    await backUp()
    const bytes = readFileSync(shelf.file)
    for (const cut of [1, 17, Math.floor(bytes.length / 2)]) {
      writeFileSync(shelf.file, bytes.subarray(0, bytes.length - cut))
      await expect(restore()).rejects.toMatchObject({ code: 'backupDamaged' })
    }
    await untouched()
  })

  it('keeps an empty database when a byte was flipped', async () => {
    await backUp()
    const bytes = readFileSync(shelf.file)
    for (const part of [0.3, 0.6, 0.95]) {
      const changed = Buffer.from(bytes)
      const place = Math.floor(bytes.length * part)
      changed[place] = (changed[place] ?? 0) ^ 4
      writeFileSync(shelf.file, changed)
      await expect(restore()).rejects.toMatchObject({ code: 'backupDamaged' })
    }
    await untouched()
  })

  it('keeps an empty database when the connection breaks half-way, and can do it again', async () => {
    await backUp()
    const bytes = readFileSync(shelf.file)
    // The server ends the connection that restores when the first half of the file was read.
    const breaking = async function* (): AsyncGenerator<Buffer> {
      yield bytes.subarray(0, bytes.length / 2)
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(target.db)
      yield bytes.subarray(bytes.length / 2)
    }
    const request = { file: shelf.file, passphrase: PASSPHRASE, source: breaking() }
    await expect(restoreBackup(target.connectionString, request)).rejects.toMatchObject({ code: 'databaseUnavailable' })
    await untouched()
    await restore()
    expect(await contentsOf(target.db)).toEqual(await contentsOf(source.db))
  })

  it('reads which table holds rows already, and nothing is thrown away', async () => {
    await backUp()
    const other = await createTestDatabase()
    await sql`insert into users (id, name) values (gen_random_uuid(), 'Fatima')`.execute(other.db)
    const before = await contentsOf(other.db)
    await expect(
      restoreBackup(other.connectionString, { file: shelf.file, passphrase: PASSPHRASE }),
    ).rejects.toMatchObject({ code: 'databaseNotEmpty', details: { table: 'users' } })
    expect(await contentsOf(other.db)).toEqual(before)
    await other.drop()
  })

  it('reads that a newer version made it', async () => {
    const newer = await createTestDatabase()
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '')`.execute(newer.db)
    await writeBackup(newer.connectionString, { ...REQUEST, names: [shelf.file] })
    await newer.drop()
    await expect(restore()).rejects.toMatchObject({ code: 'backupTooNew', details: { needs: '9999-later' } })
    await untouched()
  })
})

describe('somebody who cannot make a backup', () => {
  it('has no file when the folder is not there', async () => {
    const names = [join(shelf.folder, 'nowhere', 'a.backup')]
    await expect(writeBackup(source.connectionString, { ...REQUEST, names })).rejects.toThrow(/ENOENT/)
  })

  it('has no file when the database is away', async () => {
    const away = 'postgresql://nobody@127.0.0.1:1/none'
    await expect(writeBackup(away, { ...REQUEST, names: [shelf.file] })).rejects.toMatchObject({
      code: 'databaseUnavailable',
    })
    expect(readdirSync(shelf.folder)).toEqual([])
  })
})
