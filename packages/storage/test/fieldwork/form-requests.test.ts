import { addFormRequest, eraseContacts, hasContacts, listFormRequests } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aContactStore } from '../contacts/address-book.ts'
import { anOpenWave } from '../fieldwork.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('keeps who asked for another form, how they are reached and when it suits them, until contacts are erased', async () => {
  const store = aContactStore(database.db)
  const { place } = await anOpenWave(database.db)
  expect(await hasContacts(store, place.studyId)).toBe(false)
  const asked = { form: 'talk', name: 'Bo', reach: 'Straat 1', when: 'dinsdag' } as const
  const id = await addFormRequest(store, place, asked)
  expect(await listFormRequests(store, place)).toEqual([{ id, done: false, ...asked }])
  // Pages say from then on that names are kept in this study.
  expect(await hasContacts(store, place.studyId)).toBe(true)
  await eraseContacts(database.db, place.studyId, {}, { why: 'erased', by: 'Fatima', on: '2026-11-22' })
  expect(await hasContacts(store, place.studyId)).toBe(false)
})
