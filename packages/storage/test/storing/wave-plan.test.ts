import type { NewResponse, WavePlan } from '@klankbord/model'
import {
  changeWave,
  closeDueWaves,
  countResponses,
  findWave,
  openDatabase,
  saveDraft,
  storeResponse,
  storeResponses,
  withdrawResponse,
  type Database,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aResponse, anArrival, anOpenWave, type OpenWave } from '../fieldwork.ts'

let database: TestDatabase
let beside: Database
let wave: OpenWave

beforeAll(async () => {
  database = await createTestDatabase()
  beside = openDatabase(database.connectionString)
})
afterAll(async () => {
  await beside.close()
  await database.drop()
})
beforeEach(async () => {
  wave = await anOpenWave(database.db)
})

const plan = async (changes: Partial<WavePlan>): Promise<void> => {
  await changeWave(database.db, wave.place, changes)
}
const count = (): Promise<number> => countResponses(database.db, wave.place.studyId, wave.place.waveId)
/** A response of somebody in an area, which stands first among the packed codes. */
const inArea = (n: number, area: number): NewResponse => ({ ...aResponse(n), codes: [area, 1, 1] })
const begins = async (n: number): Promise<void> => {
  const draft = { id: aResponse(n).id, answers: {}, revision: 1, language: 'nl', asked: [] }
  await saveDraft(database.db, wave.place, draft)
}
/** Sends all at once, from two servers. */
const allAtOnce = async (responses: readonly NewResponse[]): Promise<readonly string[]> => {
  const sent = await Promise.allSettled(
    responses.map((response, at) =>
      storeResponse(at % 2 === 0 ? database.db : beside.db, anArrival(wave.place, response)),
    ),
  )
  return sent.map((outcome) =>
    outcome.status === 'fulfilled' ? outcome.value : (outcome.reason as { readonly code: string }).code,
  )
}
const countOf = (outcomes: readonly string[], outcome: string): number =>
  outcomes.filter((one) => one === outcome).length

describe('a plan that two people change at the same moment', () => {
  it('holds what each of them changed', async () => {
    const { waveId, studyId } = wave.place
    for (let day = 1; day <= 9; day += 1) {
      const closesOn = `2027-03-0${day}`
      await Promise.all([
        changeWave(database.db, wave.place, { closesOn }),
        changeWave(beside.db, wave.place, { quotas: { total: day } }),
        changeWave(database.db, wave.place, { languages: ['nl', 'tr'].slice(0, (day % 2) + 1) }),
      ])
      expect(await findWave(database.db, { studyId, waveId })).toMatchObject({
        closesOn,
        quotas: { total: day },
        languages: ['nl', 'tr'].slice(0, (day % 2) + 1),
      })
    }
  })
})

describe('the first day that one person sets while another sets the last', () => {
  it('is not stored after it, and the wave stays as it was', async () => {
    await plan({ opensOn: '2027-03-10' })
    expect(await changeWave(beside.db, wave.place, { closesOn: '2027-03-01' })).toBeNull()
    expect(await findWave(database.db, wave.place)).toMatchObject({ opensOn: '2027-03-10', closesOn: null })
  })
})

describe('a wave that takes no more than so many', () => {
  it('stores exactly so many when more send at once, from two servers', async () => {
    await plan({ quotas: { total: 15 } })
    const outcomes = await allAtOnce(Array.from({ length: 40 }, (_, n) => aResponse(n)))
    expect([countOf(outcomes, 'created'), countOf(outcomes, 'quotaFull')]).toEqual([15, 25])
    expect(await count()).toBe(15)
  })

  it('stores exactly so many of each group, and takes who gave another answer', async () => {
    await plan({ quotas: { by: { variable: 'area', position: 1, most: { '1': 5, '2': 10 } } } })
    await allAtOnce(Array.from({ length: 60 }, (_, n) => inArea(n, (n % 3) + 1)))
    const stored = await database.db
      .selectFrom('responses')
      .select('codes')
      .where('wave_id', '=', wave.place.waveId)
      .execute()
    const of = (area: number): number => stored.filter(({ codes }) => codes[0] === area).length
    expect([of(1), of(2), of(3)]).toEqual([5, 10, 20])
  })

  it('keeps both limits within one statement', async () => {
    await plan({ quotas: { total: 6, by: { variable: 'area', position: 1, most: { '1': 2 } } } })
    const outcomes = await storeResponses(
      database.db,
      Array.from({ length: 10 }, (_, n) => anArrival(wave.place, inArea(n, n < 5 ? 1 : 2))),
    )
    expect(outcomes.filter((outcome) => 'outcome' in outcome)).toHaveLength(6)
    expect(await count()).toBe(6)
  })

  it('lets everybody finish who had begun, and nobody else', async () => {
    await plan({ quotas: { total: 3 } })
    await allAtOnce([1, 2, 3].map(aResponse))
    // Drafts that were kept before it was full.
    await begins(4)
    await begins(5)
    expect(await allAtOnce([4, 5, 6].map(aResponse))).toEqual(['created', 'created', 'quotaFull'])
    expect(await count()).toBe(5)
  })

  it('answers what is sent again as before, also when it is full', async () => {
    await plan({ quotas: { total: 1 } })
    expect(await allAtOnce([aResponse(1)])).toEqual(['created'])
    expect(await allAtOnce([aResponse(1), aResponse(2)])).toEqual(['same', 'quotaFull'])
  })

  it('has a place again when somebody withdraws', async () => {
    await plan({ quotas: { total: 1 } })
    await allAtOnce([{ ...aResponse(1), withdrawalHash: 'w1' }])
    await withdrawResponse(database.db, wave.place, 'w1')
    expect(await allAtOnce([aResponse(2)])).toEqual(['created'])
  })

  it('counts no file that staff bring in against it', async () => {
    await plan({ quotas: { total: 1 } })
    await storeResponses(
      database.db,
      [1, 2, 3].map((n) => anArrival(wave.place, aResponse(n), { byStaff: true })),
    )
    expect(await count()).toBe(3)
  })
})

describe('a wave with days of its own', () => {
  const on = (today: string, n: number): Promise<string> =>
    storeResponse(database.db, anArrival(wave.place, aResponse(n), { today }))

  it('takes nothing before its first day, and names that day', async () => {
    await plan({ opensOn: '2026-05-01' })
    await expect(on('2026-04-30', 1)).rejects.toMatchObject({
      code: 'waveNotOpenYet',
      details: { opensOn: '2026-05-01' },
    })
    expect(await on('2026-05-01', 1)).toBe('created')
  })

  it('is over when the days of grace after its last day are, also before anybody noted it', async () => {
    await plan({ closesOn: '2026-05-01' })
    expect(await on('2026-05-22', 1)).toBe('created')
    await expect(on('2026-05-23', 2)).rejects.toMatchObject({ code: 'waveSealed' })
  })

  it('is closed as of its last day once that is over, and not on it', async () => {
    await plan({ closesOn: '2026-05-01' })
    const place = { studyId: wave.place.studyId, waveId: wave.place.waveId }
    expect(await closeDueWaves(database.db, '2026-05-01')).not.toContainEqual(place)
    expect(await closeDueWaves(database.db, '2026-05-04')).toContainEqual(place)
    expect(await findWave(database.db, place)).toMatchObject({ state: 'closed', lastDay: '2026-05-22' })
  })
})
