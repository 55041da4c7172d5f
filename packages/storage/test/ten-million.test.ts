import { contentHash } from '@klankbord/model'
import { storeResponses, type Arrival } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aResponse, anArrival, anOpenWave } from './fieldwork.ts'

/** Fewer, to try this out; without it this runs with all tests only. */
const ASKED = process.env['KLANKBORD_RESPONSES_IN_PLACE']
const MANY = Number(ASKED ?? 10_000_000)
const FEW = 10_000
const AT_A_TIME = 20
const TURNS = 150

interface Full {
  readonly database: TestDatabase
  readonly arrivals: (turn: number) => readonly Arrival[]
}

/** Ids spread as those of clients are, the same in every run. */
const idOf = (n: number): string => {
  const digits = contentHash(n)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}

async function filled(rows: number): Promise<Full> {
  const database = await createTestDatabase()
  const { place } = await anOpenWave(database.db)
  // A hundred thousand at a time stay below the longest that a statement may take.
  for (let from = 1; from <= rows; from += 100_000) {
    await sql`
      insert into responses (study_id, id, wave_id, version, answers, empties, codes, numbers, language, channel, week,
        content_hash)
      select ${place.studyId}, md5(n::text)::uuid, ${place.waveId}, ${place.version},
        jsonb_build_object('q1', n % 5 + 1, 'q3', 'antwoord ' || n), '{"q2": "skipped"}',
        array[n % 5 + 1, -2, 1]::smallint[], array[n / 3.0]::float8[], 'nl', 'web', '2026-W18', md5(n::text) || md5(n::text)
      from generate_series(${from}::int, ${Math.min(rows, from + 99_999)}::int) n`.execute(database.db)
  }
  const arrivals = (turn: number): readonly Arrival[] =>
    Array.from({ length: AT_A_TIME }, (_, at) => {
      const n = turn * AT_A_TIME + at
      return anArrival(place, { ...aResponse(n), id: idOf(n) })
    })
  return { database, arrivals }
}

async function millisecondsOf({ database, arrivals }: Full, turn: number): Promise<number> {
  const batch = arrivals(turn)
  const started = performance.now()
  const outcomes = await storeResponses(database.db, batch)
  const took = performance.now() - started
  expect(outcomes.map((one) => 'outcome' in one && one.outcome)).toEqual(batch.map(() => 'created'))
  return took
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

describe.runIf(ASKED !== undefined || inject('sampleFactor') > 1)('a study with millions of responses', () => {
  let few: Full
  let many: Full

  beforeAll(async () => {
    few = await filled(FEW)
    many = await filled(MANY)
    // What filling left to do is not part of what a response costs.
    await sql`checkpoint`.execute(many.database.db)
  }, 3_600_000)
  afterAll(async () => {
    await few.database.drop()
    await many.database.drop()
  })

  it('takes a response for at most 1.2 times what it cost with ten thousand in place', async () => {
    const took: { readonly few: number; readonly many: number }[] = []
    for (let turn = 0; turn < 2 * TURNS; turn += 1) {
      // Who goes first changes from turn to turn; the first half warms both up.
      const first = turn % 2 === 0 ? await millisecondsOf(few, turn) : null
      const second = await millisecondsOf(many, turn)
      const pair = { few: first ?? (await millisecondsOf(few, turn)), many: second }
      if (turn >= TURNS) took.push(pair)
    }
    const each = { few: median(took.map((one) => one.few)), many: median(took.map((one) => one.many)) }
    // With the times beside it, so that a failure says what was measured.
    expect({ ...each, enough: each.many / each.few <= 1.2 }).toEqual({ ...each, enough: true })
  }, 600_000)
})
