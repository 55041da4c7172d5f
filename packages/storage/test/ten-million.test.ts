import { createHash } from 'node:crypto'
import { addAccessCodes, openWave, responseWriter, type Arrival, type ResponsePlace } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aResponse, anArrival, anOpenWave } from './fieldwork.ts'
import { fillWave } from './full-study.ts'

/** Fewer, to try this out; without it this runs with all tests only. */
const ASKED = process.env['KLANKBORD_RESPONSES_IN_PLACE']
const MANY = Number(ASKED ?? 10_000_000)
const FEW = 10_000
/** So many send at the same moment. */
const AT_A_TIME = 20
const TURNS = 150

type Way = 'with a code, to the waiting room' | 'without a code'

/** A study with so many responses in place, and people who bring new ones. */
interface Full {
  readonly database: TestDatabase
  /** Milliseconds in which the writer stores those of a turn. */
  readonly takes: (way: Way, turn: number) => Promise<number>
}

async function filled(rows: number): Promise<Full> {
  const database = await createTestDatabase()
  const { place } = await anOpenWave(database.db)
  const coded = await anAnonymousWave(database, place)
  await fillWave(database.connectionString, coded, rows)
  const people = Array.from({ length: 2 * TURNS * AT_A_TIME }, (_, n) => n)
  const arrivals: Readonly<Record<Way, readonly Arrival[]>> = {
    'with a code, to the waiting room': people.map((n) => arrivalOf(coded, n, hashOf(`code ${n}`))),
    'without a code': people.map((n) => arrivalOf(place, n + people.length, null)),
  }
  const codes = people.map((n) => ({ codeHash: hashOf(`code ${n}`), stratum: null }))
  await addAccessCodes(database.db, coded, codes)
  // What filling left to do is not part of what a response costs.
  await sql`checkpoint`.execute(database.db)
  const writer = responseWriter(database.db)
  return {
    database,
    takes: async (way, turn) => {
      const senders = arrivals[way].slice(turn * AT_A_TIME, (turn + 1) * AT_A_TIME)
      const started = performance.now()
      const outcomes = await Promise.all(senders.map((arrival) => writer.write(arrival)))
      const took = performance.now() - started
      expect(outcomes).toEqual(senders.map(() => 'created'))
      return took
    },
  }
}

async function anAnonymousWave({ db }: TestDatabase, { studyId, version }: ResponsePlace): Promise<ResponsePlace> {
  const wave = await openWave(db, studyId, { title: { nl: 'Ronde' }, version, mode: 'codeAnonymous', frame: null })
  return { studyId, waveId: wave.id, version }
}

/** Ids and hashes are spread as those of clients are, the same in every run. */
function arrivalOf(place: ResponsePlace, n: number, codeHash: string | null): Arrival {
  const digits = hashOf(`id ${n}`)
  const id = `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`
  return anArrival(place, { ...aResponse(n), id, withdrawalHash: hashOf(`withdrawal ${n}`) }, { codeHash })
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The quicker half's median: what it takes when nobody else wants the processor. */
const typical = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 4)] ?? Number.NaN

describe.runIf(ASKED !== undefined || inject('sampleFactor') > 1)('a study with millions of responses', () => {
  let few: Full
  let many: Full

  beforeAll(async () => {
    few = await filled(FEW)
    many = await filled(MANY)
  }, 3_600_000)
  afterAll(async () => {
    await few.database.drop()
    await many.database.drop()
  })

  it.each<Way>(['with a code, to the waiting room', 'without a code'])(
    'takes a response %s for at most 1.2 times what it cost with ten thousand in place',
    async (way) => {
      const took: { readonly few: number; readonly many: number }[] = []
      for (let turn = 0; turn < 2 * TURNS; turn += 1) {
        // Who goes first changes from turn to turn; the first half warms both up.
        const first = turn % 2 === 0 ? await few.takes(way, turn) : null
        const second = await many.takes(way, turn)
        const pair = { few: first ?? (await few.takes(way, turn)), many: second }
        if (turn >= TURNS) took.push(pair)
      }
      const each = { few: typical(took.map((one) => one.few)), many: typical(took.map((one) => one.many)) }
      const ratio = each.many / each.few
      process.stdout.write(`${JSON.stringify({ way, inPlace: MANY, milliseconds: each, ratio })}\n`)
      // With the times beside it, so that a failure says what was measured.
      expect({ ...each, enough: ratio <= 1.2 }).toEqual({ ...each, enough: true })
    },
    600_000,
  )
})
