import { contentHash, type NewResponse } from '@klankbord/model'
import {
  closeWave,
  countResponses,
  deleteOldWithdrawals,
  findDraft,
  findStored,
  saveDraft,
  storeResponse,
  storeResponses,
  withdrawResponse,
  type Arrival,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aResponse, anArrival, anOpenWave, type OpenWave } from './fieldwork.ts'

let database: TestDatabase
let wave: OpenWave

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  wave = await anOpenWave(database.db)
})

const arrivals = (responses: readonly NewResponse[], rest: Partial<Arrival> = {}): readonly Arrival[] =>
  responses.map((response) => anArrival(wave.place, response, rest))
const count = (): Promise<number> => countResponses(database.db, wave.place.studyId, wave.place.waveId)

describe('sending one response', () => {
  it('stores it and forgets its draft', async () => {
    const response = aResponse(1)
    await saveDraft(database.db, wave.place, {
      id: response.id,
      answers: { q1: 1 },
      revision: 1,
      language: 'nl',
      asked: [],
    })
    expect(await storeResponse(database.db, anArrival(wave.place, response))).toBe('created')
    expect(await findDraft(database.db, wave.place, response.id)).toBeNull()
    expect(await count()).toBe(1)
  })

  it('keeps how it came in and who helped, and knows it again when the help is told otherwise', async () => {
    const response: NewResponse = { ...aResponse(1), channel: 'telephone', help: 'peer' }
    await storeResponse(database.db, anArrival(wave.place, response))
    expect(await storeResponse(database.db, anArrival(wave.place, { ...response, help: 'staff' }))).toBe('same')
    await storeResponse(database.db, anArrival(wave.place, aResponse(2)))
    const stored = await database.db
      .selectFrom('responses')
      .select(['channel', 'help'])
      .where('wave_id', '=', wave.place.waveId)
      .orderBy('id')
      .execute()
    expect(stored).toEqual([
      { channel: 'telephone', help: 'peer' },
      { channel: 'web', help: 'notKnown' },
    ])
  })

  it('leaves the drafts of other people alone', async () => {
    const other = { id: aResponse(2).id, answers: {}, revision: 1, language: 'nl', asked: [] }
    await saveDraft(database.db, wave.place, other)
    await storeResponse(database.db, anArrival(wave.place, aResponse(1)))
    expect(await findDraft(database.db, wave.place, other.id)).toEqual(other)
  })

  it('answers a second try with the same answers as the same, and with other answers as a conflict', async () => {
    const response = aResponse(3)
    await storeResponse(database.db, anArrival(wave.place, response))
    expect(await storeResponse(database.db, anArrival(wave.place, response))).toBe('same')
    const other: NewResponse = { ...response, answers: { q1: 2 }, contentHash: contentHash({ q1: 2 }) }
    expect(await storeResponse(database.db, anArrival(wave.place, other))).toBe('conflict')
    expect(await count()).toBe(1)
  })

  it('keeps one row when fifty tries of one id arrive at once', async () => {
    const response = aResponse(4)
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => storeResponse(database.db, anArrival(wave.place, response))),
    )
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'same')).toHaveLength(49)
    expect(await count()).toBe(1)
  })

  it('takes a late one until the days of grace are over, and still knows then what was sent before', async () => {
    const early = aResponse(5)
    await storeResponse(database.db, anArrival(wave.place, early))
    await closeWave(database.db, wave.place, '2026-05-01')
    const late = anArrival(wave.place, aResponse(6), { today: '2026-05-22' })
    expect(await storeResponse(database.db, late)).toBe('created')
    const tooLate = { ...late, response: aResponse(7), today: '2026-05-23' }
    await expect(storeResponse(database.db, tooLate)).rejects.toMatchObject({ code: 'waveSealed' })
    expect(await storeResponse(database.db, { ...tooLate, response: early })).toBe('same')
  })

  it('says which wave or version it does not know', async () => {
    const nowhere = { ...wave.place, waveId: '00000000-0000-4000-8000-000000000000' }
    await expect(storeResponse(database.db, anArrival(nowhere, aResponse(7)))).rejects.toMatchObject({
      code: 'unknownWave',
    })
    const never = { ...wave.place, version: 9 }
    await expect(storeResponse(database.db, anArrival(never, aResponse(7)))).rejects.toMatchObject({
      code: 'unknownVersion',
    })
  })

  it('never takes the same id of another wave for the same response', async () => {
    const elsewhere = await wave.another()
    await storeResponse(database.db, anArrival(wave.place, aResponse(8)))
    expect(await storeResponse(database.db, anArrival(elsewhere, aResponse(8)))).toBe('conflict')
  })

  it.each([
    ['NUL in a text', { answers: { q3: 'a\0b' } }],
    ['half a surrogate pair', { answers: { q3: '\ud800' } }],
    ['a code that does not fit 16 bits', { codes: [70_000] }],
    ['an id that is none', { id: 'q' }],
  ])('refuses %s with a code and without repeating it', async (_, fault) => {
    const failure = storeResponse(database.db, anArrival(wave.place, { ...aResponse(9), ...fault }))
    await expect(failure).rejects.toMatchObject({ code: 'valueNotStorable' })
  })
})

describe('importing many responses', () => {
  it('stores the neighbours of a bad row and says what was wrong with it', async () => {
    const rows = [aResponse(1), { ...aResponse(2), answers: { q3: '\0' } }, aResponse(3)]
    const outcomes = await storeResponses(database.db, arrivals(rows))
    expect(outcomes).toMatchObject([
      { id: rows[0]?.id, outcome: 'created' },
      { id: rows[1]?.id, problem: { code: 'valueNotStorable' } },
      { id: rows[2]?.id, outcome: 'created' },
    ])
  })

  it('tells new, known, twice given and changed rows apart, in their order', async () => {
    await storeResponse(database.db, anArrival(wave.place, aResponse(1)))
    const changed = { ...aResponse(1), contentHash: 'other' }
    const outcomes = await storeResponses(database.db, arrivals([aResponse(2), aResponse(1), aResponse(2), changed]))
    expect(outcomes.map((one) => ('outcome' in one ? one.outcome : one.problem.code))).toEqual([
      'created',
      'same',
      'same',
      'conflict',
    ])
  })

  it('can be repeated, also over several statements', async () => {
    const rows = Array.from({ length: 25 }, (_, n) => aResponse(n))
    await storeResponses(database.db, arrivals(rows.slice(0, 10)), 4)
    const outcomes = await storeResponses(database.db, arrivals(rows), 7)
    expect(outcomes.filter((one) => 'outcome' in one && one.outcome === 'created')).toHaveLength(15)
    expect(await count()).toBe(25)
  })

  it('fills a wave that is over only when staff brings them', async () => {
    await closeWave(database.db, wave.place, '2026-01-01')
    const [refused] = await storeResponses(database.db, arrivals([aResponse(1)]))
    expect(refused).toMatchObject({ problem: { code: 'waveSealed' } })
    const [stored] = await storeResponses(database.db, arrivals([aResponse(1)], { byStaff: true }))
    expect(stored).toMatchObject({ outcome: 'created' })
  })
})

it('does not store a withdrawn response again until its id is forgotten, and keeps nothing of its answers', async () => {
  const { db } = database
  const response = { ...aResponse(1), withdrawalHash: 'w'.repeat(64) }
  await storeResponse(db, anArrival(wave.place, response))
  await withdrawResponse(db, wave.place, 'w'.repeat(64))
  const batch = [response, aResponse(2), { ...response, contentHash: 'other' }]
  const outcomes = await storeResponses(db, arrivals(batch, { byStaff: true }))
  expect(outcomes).toMatchObject([{ outcome: 'withdrawn' }, { outcome: 'created' }, { outcome: 'withdrawn' }])
  await closeWave(db, wave.place, '2026-05-01')
  expect(await storeResponse(db, anArrival(wave.place, response))).toBe('withdrawn')
  expect(await findStored(db, wave.place, response.id)).toBe('withdrawn')
  const kept = await db.selectFrom('withdrawn_responses').selectAll().where('id', '=', response.id).execute()
  expect(kept.map((row) => Object.keys(row).toSorted())).toContainEqual(['id', 'study_id', 'week'])

  await deleteOldWithdrawals(db, '2000-W01')
  expect(await findStored(db, wave.place, response.id)).toBe('withdrawn')
  await deleteOldWithdrawals(db, '9999-W01')
  expect(await findStored(db, wave.place, response.id)).toBeNull()
})

it('withdraws a response once, in its own wave only', async () => {
  const elsewhere = await wave.another()
  await storeResponse(database.db, anArrival(wave.place, { ...aResponse(1), withdrawalHash: 'w'.repeat(64) }))
  expect(await withdrawResponse(database.db, elsewhere, 'w'.repeat(64))).toBe(false)
  expect(await withdrawResponse(database.db, wave.place, 'w'.repeat(64))).toBe(true)
  expect(await withdrawResponse(database.db, wave.place, 'w'.repeat(64))).toBe(false)
  expect(await count()).toBe(0)
})
