import { randomUUID } from 'node:crypto'
import {
  decideQuote,
  deleteAnswers,
  deletingFrom,
  listQuotes,
  proposeQuote,
  releasedQuotes,
  storeResponse,
  withdrawResponse,
  type ResponsePlace,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anArrival, anOpenWave, aResponse } from '../fieldwork.ts'

const ROB = { id: randomUUID(), name: 'Rob' }
const EVA = { id: randomUUID(), name: 'Eva' }
const ON = '2026-05-01'

let database: TestDatabase
let place: ResponsePlace

beforeAll(async () => {
  database = await createTestDatabase()
  place = (await anOpenWave(database.db)).place
  for (const n of [1, 2])
    await storeResponse(database.db, anArrival(place, { ...aResponse(n), withdrawalHash: `w${n}` }))
})
afterAll(() => database.drop())

const propose = (n: number): Promise<string> =>
  proposeQuote(database.db, {
    ...place,
    responseId: aResponse(n).id,
    variable: 'q3',
    text: `antwoord ${n}`,
    by: ROB,
    on: ON,
  })

it('is released by somebody else than who proposed it; the database itself takes nothing else', async () => {
  const id = await propose(1)
  const released = { state: 'released', on: ON } as const
  await expect(decideQuote(database.db, place.studyId, id, { ...released, by: ROB })).rejects.toMatchObject({
    code: 'quoteOfYourOwn',
  })
  await expect(
    sql`update quotes set state = 'released', decided_by = proposed_by where id = ${id}`.execute(database.db),
  ).rejects.toThrow('violates check')
  expect(await releasedQuotes(database.db, place)).toEqual([])
  await decideQuote(database.db, place.studyId, id, { ...released, by: EVA })
  expect(await releasedQuotes(database.db, place)).toMatchObject([
    { id, text: 'antwoord 1', by: ROB, decided: { by: EVA } },
  ])
})

it('is none of a response that is not there', async () => {
  await expect(propose(9)).rejects.toMatchObject({ code: 'unknownResponse' })
  await expect(
    decideQuote(database.db, place.studyId, 'none', { state: 'refused', by: EVA, on: ON }),
  ).rejects.toMatchObject({ code: 'unknownQuote' })
})

it('goes when who wrote it withdraws, and with all answers when their term is over', async () => {
  await propose(2)
  expect(await listQuotes(database.db, place.studyId)).toHaveLength(2)
  await withdrawResponse(database.db, place, 'w1')
  expect(await listQuotes(database.db, place.studyId)).toMatchObject([{ text: 'antwoord 2' }])
  await deletingFrom(database.db, place.studyId, (trx) =>
    deleteAnswers(trx, place, { why: 'retention', by: 'Rob', on: ON }),
  )
  expect(await listQuotes(database.db, place.studyId)).toEqual([])
})
