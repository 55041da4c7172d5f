import { contentHash, problem, type NewResponse } from '@klankbord/model'
import {
  addAccessCodes,
  countResponses,
  openDatabase,
  openWave,
  responseWriter,
  storeResponses,
  type Arrival,
  type Database,
  type ResponsePlace,
  type ResponseWriter,
  type ResponseWriterOptions,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aResponse, anArrival, anOpenWave } from '../fieldwork.ts'

let database: TestDatabase
let place: ResponsePlace
/** How many statements stored something since the writer was made. */
let statements: number

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  ;({ place } = await anOpenWave(database.db))
})

/** A writer with an eye on what it sends. */
function watched(options: ResponseWriterOptions = {}): ResponseWriter {
  statements = 0
  const db: Database['db'] = database.db.withPlugin({
    transformQuery: ({ node }) => {
      if (JSON.stringify(node).includes('store_arrivals')) statements += 1
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  return responseWriter(db, options)
}

const people = (count: number, from = 1): readonly Arrival[] =>
  Array.from({ length: count }, (_, n) => anArrival(place, aResponse(from + n)))
const all = (writer: ResponseWriter, arrivals: readonly Arrival[]): Promise<readonly PromiseSettledResult<string>[]> =>
  Promise.allSettled(arrivals.map((arrival) => writer.write(arrival)))
const created = (count: number): readonly PromiseSettledResult<string>[] =>
  Array.from({ length: count }, () => ({ status: 'fulfilled', value: 'created' }))
const refused = (code: string): unknown => ({
  status: 'rejected',
  reason: expect.objectContaining({ code }) as unknown,
})
const stored = ({ studyId, waveId } = place): Promise<number> => countResponses(database.db, studyId, waveId)

describe('people who send at the same moment', () => {
  it('are stored together, and each is told', async () => {
    expect(await all(watched(), people(20))).toEqual(created(20))
    expect(statements).toBe(1)
    expect(await stored()).toBe(20)
  })

  it('are no more in one statement than it may have', async () => {
    expect(await all(watched({ rows: 8 }), people(20))).toEqual(created(20))
    expect(statements).toBe(3)
  })

  it('are begun with when there are many, while others are still being read', async () => {
    expect(await all(watched(), people(60))).toEqual(created(60))
    expect(statements).toBe(2)
  })

  it('are stored each for their own study', async () => {
    const { place: elsewhere } = await anOpenWave(database.db)
    const mixed = people(6).map((one, n) => (n % 2 === 0 ? one : { ...one, place: elsewhere }))
    expect(await all(watched(), mixed)).toEqual(created(6))
    expect(statements).toBe(2)
    expect([await stored(), await stored(elsewhere)]).toEqual([3, 3])
  })

  it('are stored, too, when one among them cannot be', async () => {
    const [first, second, third] = people(3)
    if (!first || !second || !third) throw new Error('three were made')
    const bad = { ...second, response: { ...second.response, answers: { q3: 'a\u0000' } } }
    const told = await all(watched(), [first, bad, third])
    expect(told).toEqual([...created(1), refused('valueNotStorable'), ...created(1)])
    expect(await stored()).toBe(2)
  })

  it('wait for each other where they have one id: the first is stored, the others hear so', async () => {
    const response = aResponse(1)
    const other: NewResponse = { ...response, answers: { q1: 5 }, contentHash: contentHash({ q1: 5 }) }
    const arrivals = [response, response, other].map((one) => anArrival(place, one))
    const told = await all(watched(), arrivals)
    expect(told.map((one) => (one.status === 'fulfilled' ? one.value : one))).toEqual(['created', 'same', 'conflict'])
    expect(statements).toBe(3)
  })

  it('wait for each other where they have one code: it lets in the first', async () => {
    const choices = { title: { nl: 'Codes' }, version: place.version, mode: 'codeConfidential', frame: null } as const
    const coded = { ...place, waveId: (await openWave(database.db, place.studyId, choices)).id }
    await addAccessCodes(database.db, coded, [{ codeHash: 'a'.repeat(64), stratum: null }])
    const arrivals = [1, 2].map((n) => anArrival(coded, aResponse(n), { codeHash: 'a'.repeat(64) }))
    expect(await all(watched(), arrivals)).toEqual([...created(1), refused('accessCodeRefused')])
    expect(await stored(coded)).toBe(1)
  })
})

describe('somebody who sends alone', () => {
  it('waits for nobody', async () => {
    const writer = watched({ patience: 2 ** 30 })
    for (const one of people(3)) expect(await writer.write(one)).toBe('created')
    expect(statements).toBe(3)
  })

  it('waits a moment for others after many came, and no longer', async () => {
    const writer = watched({ patience: 1 })
    expect(await all(writer, people(10))).toEqual(created(10))
    expect(await all(writer, people(1, 11))).toEqual(created(1))
    expect(statements).toBe(2)
  })
})

describe('people who come when too many wait', () => {
  it('are sent away, and those who wait are stored', async () => {
    const writer = watched({ waiting: 3 })
    const told = await all(writer, people(5))
    expect(told).toEqual([...created(3), refused('serverBusy'), refused('serverBusy')])
    expect(writer.waiting()).toBe(0)
    expect(await writer.write(anArrival(place, aResponse(4)))).toBe('created')
  })
})

describe('people who come while the database is away', () => {
  it('hear so, all of them, and whoever comes later is not held up', async () => {
    const nowhere = openDatabase('postgresql://nobody@127.0.0.1:1/none')
    const writer = responseWriter(nowhere.db)
    const away = refused(problem('databaseUnavailable', {}).code)
    expect(await all(writer, people(3))).toEqual([away, away, away])
    expect(await all(writer, people(1))).toEqual([away])
    expect(writer.waiting()).toBe(0)
    await nowhere.close()
  })
})

describe('two writers with connections of their own that get the same from clients that try again', () => {
  it('do not wait for each other, whatever the order in which it comes', async () => {
    const other = openDatabase(database.connectionString)
    for (let round = 0; round < 8; round += 1) {
      const arrivals = people(200, 1 + round * 200)
      const [one, two] = await Promise.all([
        storeResponses(database.db, arrivals),
        storeResponses(other.db, arrivals.toReversed()),
      ])
      const outcomes = [...one, ...two].map((told) => ('outcome' in told ? told.outcome : told.problem.code))
      expect(outcomes.toSorted()).toEqual([...Array(200).fill('created'), ...Array(200).fill('same')])
    }
    expect(await stored()).toBe(1600)
    await other.close()
  })
})
