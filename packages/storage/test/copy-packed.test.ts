import { isProblem, type NewResponse, type PackedRows } from '@klankbord/model'
import {
  copyPacked,
  openDatabase,
  storeResponse,
  storeResponses,
  withdrawResponse,
  type PackedPlace,
  type PackedSink,
  type ReadMark,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aResponse, anArrival, anOpenWave } from './fieldwork.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const SHAPE = { slots: 3, numbers: 1 }

interface Taken extends PackedSink {
  /** Codes and numbers of each row that counts. */
  readonly rows: () => readonly (readonly number[])[]
  readonly restarts: () => number
}

function taking(): Taken {
  let taken: PackedRows[] = []
  let restarts = 0
  return {
    restart() {
      taken = []
      restarts += 1
    },
    add: (rows) => taken.push(rows),
    restarts: () => restarts,
    rows: () =>
      taken.flatMap(({ rows, codes, numbers }) =>
        Array.from({ length: rows }, (_, row) => [...codes.subarray(3 * row, 3 * row + 3), numbers[row] ?? 0]),
      ),
  }
}

const packedOf = ({ codes, numbers }: NewResponse): readonly number[] => [...codes, ...numbers]

async function aWaveWith(...numbers: readonly number[]): Promise<PackedPlace> {
  const { place } = await anOpenWave(database.db)
  await storeResponses(
    database.db,
    numbers.map((n) => anArrival(place, aResponse(n))),
  )
  return place
}

const copy = (place: PackedPlace, since: ReadMark | null, into: PackedSink): Promise<ReadMark> =>
  copyPacked(database.db, place, SHAPE, since, into)

describe('copying answers out', () => {
  it('gives every answer of a wave, in the order of the ids', async () => {
    const place = await aWaveWith(7, 2, 5)
    const taken = taking()
    const mark = await copy(place, null, taken)
    expect(taken.rows()).toEqual([2, 5, 7].map((n) => packedOf(aResponse(n))))
    expect([mark.rows, taken.restarts()]).toEqual([3, 1])
  })

  it('gives none of a wave without answers, of another version or of another wave', async () => {
    const place = await aWaveWith(1)
    const { place: other } = await anOpenWave(database.db)
    const taken = taking()
    await copy(other, null, taken)
    await copy({ ...place, version: 2 }, null, taken)
    await copy({ ...place, waveId: other.waveId }, null, taken)
    expect(taken.rows()).toEqual([])
  })

  it('goes on where a portion ended', async () => {
    const { place } = await anOpenWave(database.db)
    await sql`insert into responses (study_id, id, wave_id, version, answers, empties, codes, numbers, language, channel, week, content_hash)
      select ${place.studyId}::uuid, lpad(to_hex(n * 7919 % 45001), 32, '0')::uuid, ${place.waveId}::uuid, 1, '{}', '{}',
        array[n % 5, -2, 1]::smallint[], array[n / 8.0]::float8[], 'nl', 'web', '2026-W18', ''
      from generate_series(1, 45000) n`.execute(database.db)
    const taken = taking()
    const mark = await copy(place, null, taken)
    const found = taken.rows().map(([first, , , number]) => `${first} ${number}`)
    expect(mark.rows).toBe(45_000)
    expect(new Set(found)).toEqual(new Set(Array.from({ length: 45_000 }, (_, n) => `${(n + 1) % 5} ${(n + 1) / 8}`)))
    expect(found).toHaveLength(45_000)
  })

  it('refuses rows of another codebook, and the connection is of use again', async () => {
    const place = await aWaveWith(1, 2)
    for (const shape of [
      { slots: 2, numbers: 1 },
      { slots: 3, numbers: 0 },
      { slots: 0, numbers: 0 },
    ])
      await expect(copyPacked(database.db, place, shape, null, taking())).rejects.toSatisfy((error) =>
        isProblem(error, 'packedAnswersMismatch'),
      )
    for (let times = 0; times < 30; times += 1)
      await expect(copy(place, null, { ...taking(), add: () => expect.unreachable('enough') })).rejects.toThrow(
        'enough',
      )
    await database.ping()
  })

  it('says that the server is away when it is', async () => {
    const nowhere = openDatabase('postgresql://klankbord@127.0.0.1:1/none', { connectTimeout: 500 })
    const place = await aWaveWith()
    await expect(copyPacked(nowhere.db, place, SHAPE, null, taking())).rejects.toSatisfy((error) =>
      isProblem(error, 'databaseUnavailable'),
    )
    await nowhere.close()
  })
})

describe('copying what is new', () => {
  it('gives what was stored since, whatever the ids, and nothing twice', async () => {
    const place = await aWaveWith(10, 20)
    const taken = taking()
    const first = await copy(place, null, taken)
    const again = await copy(place, first, taken)
    await storeResponse(database.db, anArrival(place, aResponse(5)))
    await storeResponse(database.db, anArrival(place, aResponse(15)))
    const last = await copy(place, again, taken)
    expect(taken.rows()).toEqual([10, 20, 5, 15].map((n) => packedOf(aResponse(n))))
    expect([taken.restarts(), last.rows]).toEqual([1, 4])
  })

  it('gives what somebody began to store before and had not yet committed when was read', async () => {
    const place = await aWaveWith(1)
    const taken = taking()
    const slow = await database.db.startTransaction().execute()
    await sql`select pg_current_xact_id()`.execute(slow)
    await storeResponse(database.db, anArrival(place, aResponse(2)))
    const first = await copy(place, null, taken)
    await sql`insert into responses select study_id, '00000000-0000-4000-8000-000000000000'::uuid, wave_id, version, answers, empties,
      array[4, 4, 4]::smallint[], numbers, language, channel, week, withdrawal_hash, content_hash
      from responses where study_id = ${place.studyId} and wave_id = ${place.waveId} order by id limit 1`.execute(slow)
    const between = await copy(place, first, taken)
    expect(taken.rows()).toHaveLength(2)
    await slow.commit().execute()
    await copy(place, between, taken)
    expect(taken.rows().map(([code]) => code)).toEqual([2, 3, 4])
    expect(taken.restarts()).toBe(1)
  })

  it('gives all anew when somebody withdrew, so that their answers are nowhere', async () => {
    const place = await aWaveWith()
    const withdrawalHash = 'a'.repeat(64)
    await storeResponse(database.db, anArrival(place, { ...aResponse(1), withdrawalHash }))
    await storeResponse(database.db, anArrival(place, aResponse(2)))
    const taken = taking()
    const first = await copy(place, null, taken)
    await withdrawResponse(database.db, place, withdrawalHash)
    await storeResponse(database.db, anArrival(place, aResponse(3)))
    await copy(place, first, taken)
    expect(taken.rows()).toEqual([2, 3].map((n) => packedOf(aResponse(n))))
    expect(taken.restarts()).toBe(2)
  })

  it('gives all anew when an answer was changed', async () => {
    const place = await aWaveWith(1, 2)
    const taken = taking()
    const first = await copy(place, null, taken)
    await sql`update responses set codes = array[9, 9, 9]::smallint[]
      where study_id = ${place.studyId} and id = ${aResponse(1).id}`.execute(database.db)
    await copy(place, first, taken)
    expect(taken.rows().map(([code]) => code)).toEqual([9, 3])
  })
})
