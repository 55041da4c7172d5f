import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import {
  addContacts,
  countContacts,
  deletionProof,
  deliverErasures,
  eraseContacts,
  idsDigest,
  readContacts,
  type ContactGroup,
} from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anOpenWave } from '../fieldwork.ts'
import { aContact, aContactStore } from './address-book.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const SAID = { why: 'erased', by: 'Fatima', on: '2026-11-22' } as const

async function aGroup(): Promise<ContactGroup> {
  const { place } = await anOpenWave(database.db)
  return { studyId: place.studyId, purpose: 'invitation' }
}

const keysOf = async ({ studyId }: ContactGroup): Promise<readonly { readonly fingerprint: string }[]> =>
  database.db.selectFrom('contact.study_keys').select('fingerprint').where('study_id', '=', studyId).execute()

it('destroys the key of a study with its last contact, and proves both', async () => {
  const store = aContactStore(database.db)
  const group = await aGroup()
  await addContacts(store, group, [aContact(1), aContact(2)])
  await addContacts(store, { ...group, purpose: 'results' }, [aContact(3)])
  const ids = (await readContacts(store, group)).map(({ id }) => id)
  const [key] = await keysOf(group)

  await eraseContacts(database.db, group.studyId, { purpose: 'invitation' }, SAID)
  expect(await keysOf(group)).toHaveLength(1)
  expect(await countContacts(store, group.studyId)).toEqual(new Map([['results', 1]]))
  await eraseContacts(database.db, group.studyId, {}, SAID)
  expect(await keysOf(group)).toEqual([])

  await deliverErasures(database.db, database.db)
  const { deletions, broken } = await deletionProof(database.db, group.studyId)
  expect(broken).toBeNull()
  expect(deletions.toSorted((one, other) => other.rows - one.rows)).toMatchObject([
    { ...SAID, what: 'contacts', rows: 2, digest: idsDigest(ids), keyFingerprint: null },
    { ...SAID, what: 'contacts', rows: 1, keyFingerprint: key?.fingerprint },
  ])
})

it('takes one person out and leaves the others', async () => {
  const store = aContactStore(database.db)
  const group = await aGroup()
  await addContacts(store, group, [aContact(1), aContact(2)])
  const [first, second] = await readContacts(store, group)
  await eraseContacts(database.db, group.studyId, { id: first?.id ?? '' }, { ...SAID, why: 'withdrawn' })
  expect(await readContacts(store, group)).toEqual([second])
  for (const id of [first?.id ?? '', 'nobody'])
    await expect(eraseContacts(database.db, group.studyId, { id }, SAID)).rejects.toMatchObject({
      code: 'unknownContact',
    })
})

it('begins with a new key when contacts come after all were erased', async () => {
  const store = aContactStore(database.db)
  const group = await aGroup()
  await addContacts(store, group, [aContact(1)])
  const [before] = await keysOf(group)
  await eraseContacts(database.db, group.studyId, {}, SAID)
  await addContacts(store, group, [aContact(2)])
  const [after] = await keysOf(group)
  expect(after?.fingerprint).not.toBe(before?.fingerprint)
  expect(await readContacts(store, group)).toHaveLength(1)
})

it('writes down what was cut off before it was written, and nothing twice', async () => {
  const store = aContactStore(database.db)
  const group = await aGroup()
  await addContacts(store, group, [aContact(1)])
  const notice = await eraseContacts(database.db, group.studyId, {}, SAID)
  const waiting = await database.db.selectFrom('contact.erasures').selectAll().execute()
  await deliverErasures(database.db, database.db)
  // As after a crash between the two servers: the notice is still there, and so is what was written.
  await database.db
    .insertInto('contact.erasures')
    .values(waiting.map((row) => ({ ...row, notice: JSON.stringify(row.notice) })))
    .execute()
  await Promise.all([deliverErasures(database.db, database.db), deliverErasures(database.db, database.db)])
  expect((await deletionProof(database.db, group.studyId)).deletions).toMatchObject([{ id: notice?.id }])
  expect(await database.db.selectFrom('contact.erasures').selectAll().execute()).toEqual([])
})

it('does it once when two do it at the same moment, also while somebody adds people', async () => {
  const store = aContactStore(database.db)
  const group = await aGroup()
  await addContacts(store, group, [aContact(1), aContact(2)])
  const [one, other] = await Promise.all([
    eraseContacts(database.db, group.studyId, {}, SAID),
    eraseContacts(database.db, group.studyId, {}, SAID),
  ])
  expect([one, other].filter((notice) => notice !== null)).toMatchObject([{ rows: 2 }])
  await addContacts(store, group, [aContact(3)])
  await Promise.all([
    eraseContacts(database.db, group.studyId, {}, SAID),
    ...Array.from({ length: 4 }, (_, n) => addContacts(store, group, [aContact(10 + n)])),
  ])
  // Whoever came before it is gone, whoever came after is there, under a key that opens.
  const left = await readContacts(store, group)
  expect(left.length).toBeLessThanOrEqual(4)
  expect(left.map(({ contact }) => contact.name)).not.toContain(aContact(3).name)
})

it('writes down the others when the study of one is not there, and keeps that one', async () => {
  const store = aContactStore(database.db)
  const [lost, known] = ['00000000-0000-4000-8000-000000000000', await aGroup()]
  for (const group of [{ studyId: lost, purpose: 'again' } as const, known]) {
    await addContacts(store, group, [aContact(1)])
    await eraseContacts(database.db, group.studyId, {}, SAID)
  }
  await expect(deliverErasures(database.db, database.db)).rejects.toThrow('foreign key')
  expect((await deletionProof(database.db, known.studyId)).deletions).toHaveLength(1)
  expect(await database.db.selectFrom('contact.erasures').select('study_id').execute()).toEqual([{ study_id: lost }])
})
