import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { migrate, openDatabase } from '@klankbord/storage'
import { createTestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, it, vi } from 'vitest'

it('says that there is no server without naming where it looked', async () => {
  const database = openDatabase('postgresql://klankbord@127.0.0.1:1/klankbord')
  const failure = await database.ping().catch((error: unknown) => error)
  expect(failure).toMatchObject({ code: 'databaseUnavailable' })
  expect(String(failure)).not.toContain('127.0.0.1')
  await database.close()
})

it('does not wait for ever for a server that says nothing', async () => {
  const silent = createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const database = openDatabase(`postgresql://klankbord@127.0.0.1:${port}/klankbord`, { connectTimeout: 50 })
  await expect(database.ping()).rejects.toMatchObject({ code: 'databaseUnavailable' })
  await database.close()
  silent.close()
})

it('ends a statement that takes too long, and goes on', async () => {
  const test = await createTestDatabase()
  const database = openDatabase(test.connectionString, { connections: 1, statementTimeout: 50 })
  await expect(sql`select pg_sleep(60)`.execute(database.db)).rejects.toMatchObject({ code: 'databaseUnavailable' })
  await database.ping()
  await database.close()
  await test.drop()
})

it('says to try again when somebody else holds a table for too long', async () => {
  const { db, drop } = await createTestDatabase()
  const holder = await db.startTransaction().execute()
  await sql`lock table drafts in access exclusive mode`.execute(holder)
  const waiting = db.transaction().execute(async (trx) => {
    await sql`set local lock_timeout = '20ms'`.execute(trx)
    await sql`lock table drafts in access exclusive mode`.execute(trx)
  })
  await expect(waiting).rejects.toMatchObject({ code: 'databaseUnavailable' })
  await holder.rollback().execute()
  await drop()
})

it('goes on after the server cut all connections, also in the middle of a transaction', async () => {
  const test = await createTestDatabase()
  const database = openDatabase(test.connectionString, { connections: 2 })
  const cut = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
  await database.ping()
  await cut.execute(test.db)
  const transaction = database.db.transaction().execute(async (trx) => {
    await sql`select 1`.execute(trx)
    await cut.execute(test.db)
    await sql`select 2`.execute(trx)
  })
  await expect(transaction).rejects.toMatchObject({ code: 'databaseUnavailable' })
  await database.ping()
  await database.close()
  await test.drop()
})

it('leaves errors that are faults of the program as they are', async () => {
  const { db, drop } = await createTestDatabase()
  await expect(sql`select * from nergens`.execute(db)).rejects.toMatchObject({ code: '42P01' })
  await drop()
})

it('migrates behind PgBouncer: it holds no lock that outlasts a transaction, and all of it is one', async () => {
  const { db, connectionString, drop } = await createTestDatabase()
  await sql`drop schema public, contact cascade`.execute(db)
  await sql`create schema public`.execute(db)
  const other = openDatabase(connectionString)
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await migrate(other.db)
  const texts = sent.mock.calls.map(([text]) => text.trim())
  sent.mockRestore()
  expect(texts.filter((text) => /advisory_(?:un)?lock\b/.test(text))).toEqual([])
  expect([texts[0], texts.at(-1), texts.filter((text) => text === 'begin').length]).toEqual(['begin', 'commit', 1])
  await other.close()
  await drop()
})

it('migrates once, also when several begin at once with connections of their own, and refuses a database of a newer program', async () => {
  const { db, connectionString, drop } = await createTestDatabase()
  await sql`drop schema public, contact cascade`.execute(db)
  await sql`create schema public`.execute(db)
  const others = [1, 2, 3].map(() => openDatabase(connectionString))
  const done = await Promise.all(others.map((other) => migrate(other.db)))
  expect(done.flat()).toEqual([
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
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '')`.execute(db)
  await expect(migrate(db)).rejects.toMatchObject({ code: 'migrationFailed' })
  await Promise.all(others.map((other) => other.close()))
  await drop()
})
