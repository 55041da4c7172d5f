import { addAccessCodes, findStored, openWave, storeResponse, withdrawResponse } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aResponse, anArrival, anOpenWave } from './fieldwork.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('knows an id by what was answered, before sealing too, until it was withdrawn', async () => {
  const { db } = database
  const { place } = await anOpenWave(db)
  const { id } = await openWave(db, place.studyId, {
    title: { nl: 'Met code' },
    version: place.version,
    mode: 'codeAnonymous',
    frame: null,
  })
  const coded = { ...place, waveId: id }
  await addAccessCodes(db, coded, [{ codeHash: 'a', stratum: null }])
  const [open, waiting] = [{ ...aResponse(1), withdrawalHash: 'w'.repeat(64) }, aResponse(2)]
  expect(await findStored(db, place, open.id)).toBeNull()
  await storeResponse(db, anArrival(place, open))
  await storeResponse(db, anArrival(coded, waiting, { codeHash: 'a' }))
  expect(await findStored(db, place, open.id)).toEqual({ contentHash: open.contentHash })
  expect(await findStored(db, coded, waiting.id)).toEqual({ contentHash: waiting.contentHash })
  expect(await findStored(db, coded, open.id)).toBe('elsewhere')
  await withdrawResponse(db, place, 'w'.repeat(64))
  expect(await findStored(db, place, open.id)).toBe('withdrawn')
  expect(await findStored(db, place, 'no id')).toBeNull()
})
