import { countFlags, listFlagged, storeResponse } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aResponse, anArrival, anOpenWave } from './fieldwork.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

describe('answers that are flagged', () => {
  it('are counted by variable and kind, and listed without their words, in their own wave only', async () => {
    const { db } = database
    const [here, elsewhere] = [await anOpenWave(db), await anOpenWave(db)]
    const flagged = [{ story: ['bsn', 'name'] }, { story: ['name'], place__street: ['phone'] }, {}]
    for (const [at, flags] of flagged.entries())
      await storeResponse(db, anArrival(here.place, { ...aResponse(at), flags }))
    await storeResponse(db, anArrival(elsewhere.place, { ...aResponse(9), flags: { story: ['iban'] } }))
    expect(await countFlags(db, here.place)).toEqual([
      { variable: 'place__street', kind: 'phone', responses: 1 },
      { variable: 'story', kind: 'bsn', responses: 1 },
      { variable: 'story', kind: 'name', responses: 2 },
    ])
    expect(await listFlagged(db, here.place)).toEqual(
      [
        { id: aResponse(0).id, variable: 'story', kinds: ['bsn', 'name'] },
        { id: aResponse(1).id, variable: 'place__street', kinds: ['phone'] },
        { id: aResponse(1).id, variable: 'story', kinds: ['name'] },
      ].toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    )
  })
})
