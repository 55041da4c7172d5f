import { contentHash, type CheckedAnswers, type NewResponse, type PackedAnswers } from '@klankbord/model'
import {
  countResponses,
  countResponsesByWave,
  readAnswers,
  storeResponse,
  storeResponses,
  weekRange,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { aResponse, anArrival, anOpenWave } from './fieldwork.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function all<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = []
  for await (const item of source) items.push(item)
  return items
}

const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((value) => !value.includes('\0'))
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value))
const answer = fc.oneof(text, finite, fc.boolean(), fc.array(fc.oneof(text, fc.integer()), { maxLength: 4 }))
const response: fc.Arbitrary<NewResponse> = fc
  .record({
    id: fc.uuid(),
    answers: fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9_]{0,9}$/), answer, { maxKeys: 6, noNullPrototype: true }),
    empties: fc.dictionary(
      fc.stringMatching(/^[a-z][a-z0-9_]{0,9}$/),
      fc.constantFrom('notAsked' as const, 'skipped' as const),
      {
        maxKeys: 3,
        noNullPrototype: true,
      },
    ),
    codes: fc.array(fc.integer({ min: -32768, max: 32767 }), { maxLength: 12 }),
    numbers: fc.array(finite, { maxLength: 4 }),
    week: fc.integer({ min: 1, max: 52 }).map((week) => `2026-W${String(week).padStart(2, '0')}`),
    withdrawalHash: fc.option(fc.stringMatching(/^[0-9a-f]{64}$/)),
  })
  .map((rest) => ({ ...rest, language: 'nl', channel: 'import', contentHash: contentHash(rest.answers) }))

it('gives back exactly what was stored, in the order of the ids', async () => {
  const responses = fc.uniqueArray(response, { selector: ({ id }) => id, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(responses, async (given) => {
      const { place } = await anOpenWave(database.db)
      await storeResponses(
        database.db,
        given.map((one) => anArrival(place, one)),
        7,
      )
      const sorted = [...given].toSorted((a, b) => (a.id < b.id ? -1 : 1))
      const checked: readonly (CheckedAnswers & PackedAnswers)[] = sorted.map(
        ({ answers, empties, codes, numbers }) => ({
          answers,
          empties,
          codes,
          numbers,
        }),
      )
      expect(await all(readAnswers(database.db, place.studyId, place.waveId, place.version))).toEqual(checked)
      const weeks = given.map(({ week }) => week).toSorted()
      const range = weeks.length === 0 ? null : { from: weeks[0], to: weeks.at(-1) }
      expect(await weekRange(database.db, place.studyId, place.waveId)).toEqual(range)
    }),
    { seed: 20261122, numRuns: 40 * inject('sampleFactor') },
  )
})

it('reads one moment, in several portions, however many answers come in meanwhile', async () => {
  const { place } = await anOpenWave(database.db)
  const rows = Array.from({ length: 2500 }, (_, n) => aResponse(2 * n))
  await storeResponses(
    database.db,
    rows.map((one) => anArrival(place, one)),
    500,
  )
  const read: PackedAnswers[] = []
  for await (const { codes, numbers } of readAnswers(database.db, place.studyId, place.waveId, place.version)) {
    if (read.push({ codes, numbers }) === 1) await storeResponse(database.db, anArrival(place, aResponse(4001)))
  }
  expect(read).toEqual(rows.map(({ codes, numbers }) => ({ codes, numbers })))
  expect(await countResponses(database.db, place.studyId, place.waveId)).toBe(2501)
})

it('keeps versions and waves apart', async () => {
  const wave = await anOpenWave(database.db)
  const other = await wave.another()
  await storeResponse(database.db, anArrival(wave.place, aResponse(1)))
  await storeResponses(
    database.db,
    [aResponse(2), aResponse(3)].map((one) => anArrival(other, one)),
  )
  expect(await all(readAnswers(database.db, wave.place.studyId, wave.place.waveId, 1))).toHaveLength(1)
  expect(await all(readAnswers(database.db, wave.place.studyId, wave.place.waveId, 2))).toEqual([])
  expect(await countResponses(database.db, other.studyId, other.waveId, 1)).toBe(2)
  expect(await countResponses(database.db, other.studyId, other.waveId, 2)).toBe(0)
  expect(await countResponsesByWave(database.db, wave.place.studyId)).toEqual(
    new Map([
      [wave.place.waveId, 1],
      [other.waveId, 2],
    ]),
  )
})

it('gives its connection back when the reader leaves early', async () => {
  const { place } = await anOpenWave(database.db)
  await storeResponses(
    database.db,
    [aResponse(1), aResponse(2)].map((one) => anArrival(place, one)),
  )
  for (let times = 0; times < 30; times += 1) {
    for await (const row of readAnswers(database.db, place.studyId, place.waveId, place.version)) {
      expect(row.codes).toHaveLength(3)
      break
    }
  }
  await database.ping()
})
