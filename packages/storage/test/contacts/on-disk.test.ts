import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { addContacts, clearDeadRows, eraseContacts, removeLog } from '@klankbord/storage'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { anOpenWave } from '../fieldwork.ts'
import { aContact, aContactStore, PLANTED } from './address-book.ts'

const IN_USE = [{ table: 'contact.people', inUse: true }]
/** Tests beside these write in databases of the same server, for seconds at most. In milliseconds. */
const PATIENT = 20_000

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Where these bytes stand in the files of the server: in those of this database, and in the log of what was written. */
async function foundIn({ db }: TestDatabase, bytes: Buffer | string): Promise<{ tables: boolean; log: boolean }> {
  await sql`checkpoint`.execute(db)
  const sought = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  const { rows } = await sql<{ tables: boolean; log: boolean }>`
    with files (place, name) as (
      select 'tables', folder || '/' || file from (
        select 'base/' || oid as folder from pg_database where datname = current_database()
      ) as own, pg_ls_dir(folder) as file
      union all
      select 'log', 'pg_wal/' || name from pg_ls_waldir()
    ), found as (
      select place from files where position(${sought}::bytea in pg_read_binary_file(name, true)) > 0
    )
    select exists (select from found where place = 'tables') as tables, exists (select from found where place = 'log') as log`.execute(
    db,
  )
  return rows[0] ?? { tables: false, log: false }
}

it('writes no name, address or number of anybody to the disk, neither to tables nor to the log', async () => {
  const { place } = await anOpenWave(database.db)
  await addContacts(
    aContactStore(database.db),
    { studyId: place.studyId, purpose: 'again' },
    Array.from({ length: 20 }, (_, n) => aContact(n)),
  )
  // Something that is not sealed is found in both, so that this search does find what is there. Tests beside this one
  // remove the log now and then: then it is written once more.
  await vi.waitFor(async () => {
    await database.db.updateTable('studies').set({ definition: 'Openbaarheidsproef' }).execute()
    expect(await foundIn(database, 'Openbaarheidsproef')).toEqual({ tables: true, log: true })
  }, 10_000)
  for (const planted of PLANTED) expect(await foundIn(database, planted)).toEqual({ tables: false, log: false })
})

it('leaves neither sealed contacts nor their key in tables and log once they are erased', async () => {
  const { place } = await anOpenWave(database.db)
  await addContacts(aContactStore(database.db), { studyId: place.studyId, purpose: 'again' }, [aContact(1)])
  const key = await database.db.selectFrom('contact.study_keys').selectAll().executeTakeFirstOrThrow()
  const person = await database.db.selectFrom('contact.people').selectAll().executeTakeFirstOrThrow()
  for (const bytes of [key.wrapped, person.sealed])
    expect(await foundIn(database, bytes)).toMatchObject({ tables: true })

  for (const studyId of [place.studyId, key.study_id])
    await eraseContacts(database.db, studyId, {}, { why: 'erased', by: 'Fatima', on: '2026-11-22' })
  expect(await clearDeadRows(database.db, ['contact.people', 'contact.study_keys'], PATIENT)).toEqual([])
  await vi.waitFor(async () => expect(await removeLog(database.db)).toMatchObject([{ gone: true }]), 10_000)
  for (const bytes of [key.wrapped, person.sealed])
    expect(await foundIn(database, bytes)).toEqual({ tables: false, log: false })
})

it('does not take a table for clean while somebody can still see what was erased', async () => {
  const { place } = await anOpenWave(database.db)
  await addContacts(aContactStore(database.db), { studyId: place.studyId, purpose: 'again' }, [aContact(2)])
  const person = await database.db
    .selectFrom('contact.people')
    .selectAll()
    .where('study_id', '=', place.studyId)
    .executeTakeFirstOrThrow()
  // As a backup does: it looks at one moment, and has touched none of these tables yet.
  const earlier = await database.db.startTransaction().setIsolationLevel('repeatable read').execute()
  await sql`select from studies limit 1`.execute(earlier)
  await eraseContacts(database.db, place.studyId, {}, { why: 'erased', by: 'Fatima', on: '2026-11-22' })
  expect(await clearDeadRows(database.db, ['contact.people'], 50)).toEqual(IN_USE)
  await earlier.rollback().execute()
  expect(await clearDeadRows(database.db, ['contact.people'], PATIENT)).toEqual([])
  expect(await foundIn(database, person.sealed)).toMatchObject({ tables: false })
})

it('does not take a table for clean while somebody still writes in another database of the server', async () => {
  const other = await createTestDatabase()
  const { place } = await anOpenWave(database.db)
  await addContacts(aContactStore(database.db), { studyId: place.studyId, purpose: 'again' }, [aContact(3)])
  const writing = await other.db.startTransaction().execute()
  await sql`select pg_current_xact_id()`.execute(writing)
  await eraseContacts(database.db, place.studyId, {}, { why: 'erased', by: 'Fatima', on: '2026-11-22' })
  expect(await clearDeadRows(database.db, ['contact.people'], 50)).toEqual(IN_USE)
  await writing.rollback().execute()
  await other.drop()
})

it('does not keep others waiting for a table that somebody reads', async () => {
  const reader = await database.db.startTransaction().execute()
  await reader.selectFrom('contact.people').selectAll().execute()
  expect(await clearDeadRows(database.db, ['contact.people'], 50)).toEqual(IN_USE)
  expect(await clearDeadRows(database.db, ['contact.study_keys'], PATIENT)).toEqual([])
  await reader.rollback().execute()
  // Nor does it fail where not even an ordinary VACUUM can be done.
  const writer = await database.db.startTransaction().execute()
  await sql`lock table contact.people in access exclusive mode`.execute(writer)
  expect(await clearDeadRows(database.db, ['contact.people'], 50)).toEqual(IN_USE)
  await writer.rollback().execute()
  expect(await clearDeadRows(database.db, ['contact.people'], PATIENT)).toEqual([])
  expect((await sql<{ lock_timeout: string }>`show lock_timeout`.execute(database.db)).rows).toEqual([
    { lock_timeout: '30s' },
  ])
})
