import { addAuditEntry, checkAuditLog, openDatabase, readAuditLog, type AuditNotice } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'

const NOW = new Date('2026-05-04T09:00:00Z')
const NOTICE: AuditNotice = {
  user: { id: '00000000-0000-4000-8000-000000000001', name: 'Ans' },
  action: 'study.published',
  organisationId: null,
  studyId: '00000000-0000-4000-8000-000000000002',
  details: { edition: 1 },
}

let database: TestDatabase

beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

it('keeps what was done in its order, however many do something at once', async () => {
  const { db } = database
  await Promise.all([1, 2, 3, 4, 5].map((edition) => addAuditEntry(db, NOW, { ...NOTICE, details: { edition } })))
  const entries = await readAuditLog(db, { limit: 10 })
  expect(entries.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1])
  expect(await checkAuditLog(db)).toBeNull()
})

it('holds when two servers write at once, each by connections of its own', async () => {
  const servers = [openDatabase(database.connectionString), openDatabase(database.connectionString)]
  const editions = Array.from({ length: 20 }, (_, place) => place)
  await Promise.all(
    servers.flatMap(({ db }) => editions.map((edition) => addAuditEntry(db, NOW, { ...NOTICE, details: { edition } }))),
  )
  await Promise.all(servers.map((server) => server.close()))
  expect(await readAuditLog(database.db, { limit: 100 })).toHaveLength(40)
  expect(await checkAuditLog(database.db)).toBeNull()
})

it('shows the lines of one study, and those before a line', async () => {
  const { db } = database
  await addAuditEntry(db, NOW, NOTICE)
  await addAuditEntry(db, NOW, { ...NOTICE, studyId: null, user: null, action: 'backup.made' })
  expect(await readAuditLog(db, { limit: 10, studyId: String(NOTICE.studyId) })).toMatchObject([
    { ...NOTICE, number: 1 },
  ])
  expect(await readAuditLog(db, { limit: 10, before: 2 })).toHaveLength(1)
})

it.each([
  ['changed', `update audit_log set user_name = 'Bep' where number = 2`, { number: 2, fault: 'changed' }],
  ['missing', `delete from audit_log where number = 2`, { number: 2, fault: 'missing' }],
  ['cut off', `delete from audit_log where number = 3`, { number: 3, fault: 'cutOff' }],
])('tells when a line was %s', async (_how, statement, fault) => {
  const { db } = database
  for (let edition = 1; edition <= 3; edition += 1) await addAuditEntry(db, NOW, { ...NOTICE, details: { edition } })
  await sql.raw(statement).execute(db)
  expect(await checkAuditLog(db)).toEqual(fault)
})
