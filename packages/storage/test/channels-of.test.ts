import { channelsOf, countByChannel, storeResponse } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anArrival, anOpenWave, aResponse } from './fieldwork.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('knows each way in which the answers of a wave came, and none of another wave', async () => {
  const { place, another } = await anOpenWave(database.db)
  const other = await another()
  expect(await channelsOf(database.db, place)).toEqual([])
  for (const n of [1, 2]) await storeResponse(database.db, anArrival(place, aResponse(n)))
  await storeResponse(database.db, anArrival(other, { ...aResponse(3), channel: 'import' }))
  expect(await channelsOf(database.db, place)).toEqual(['web'])
  await storeResponse(database.db, anArrival(place, { ...aResponse(4), channel: 'import' }))
  expect(await channelsOf(database.db, place)).toEqual(['import', 'web'])
  expect(await countByChannel(database.db, place)).toEqual({ import: 1, web: 2 })
})
