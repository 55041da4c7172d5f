import {
  accessCodeState,
  addAccessCodes,
  countAccessCodes,
  openWave,
  sealWave,
  storeResponse,
  waveAccount,
  type ResponsePlace,
} from '@klankbord/storage'
import type { WaveMode } from '@klankbord/model'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aResponse, anArrival, anOpenWave } from './fieldwork.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** A wave of this mode in which three codes were handed out. */
async function aCodeWave(mode: WaveMode): Promise<ResponsePlace> {
  const { place } = await anOpenWave(database.db)
  const { id } = await openWave(database.db, place.studyId, {
    title: { nl: 'Met code' },
    version: place.version,
    mode,
    frame: null,
  })
  const wave = { ...place, waveId: id }
  await addAccessCodes(database.db, wave, CODES)
  return wave
}

const CODES = [
  { codeHash: 'a', stratum: 'Oost' },
  { codeHash: 'b', stratum: 'Oost' },
  { codeHash: 'c', stratum: null },
]

const answerWith = (place: ResponsePlace, codeHash: string, n = 1): Promise<string> =>
  storeResponse(database.db, anArrival(place, aResponse(n), { codeHash }))

describe('handing out codes', () => {
  it('can be repeated, and gives no used code back', async () => {
    const wave = await aCodeWave('codeConfidential')
    await answerWith(wave, 'a')
    const more = [...CODES, { codeHash: 'd', stratum: 'West' }]
    expect(await addAccessCodes(database.db, wave, more)).toEqual(['d'])
    expect(await addAccessCodes(database.db, wave, more)).toEqual([])
    expect(await accessCodeState(database.db, wave, 'a')).toBe('used')
    expect(await addAccessCodes(database.db, wave, [])).toEqual([])
  })

  it('lets in nobody elsewhere', async () => {
    const [here, there] = [await aCodeWave('codeAnonymous'), await aCodeWave('codeAnonymous')]
    await addAccessCodes(database.db, here, [{ codeHash: 'only here', stratum: null }])
    expect(await accessCodeState(database.db, here, 'only here')).toBe('unused')
    expect(await accessCodeState(database.db, there, 'only here')).toBe('unknown')
  })
})

describe('somebody who comes again with a code', () => {
  it.each(['codeAnonymous', 'codeConfidential'] as const)('finds it used right away, where it is %s', async (mode) => {
    const wave = await aCodeWave(mode)
    expect(await accessCodeState(database.db, wave, 'b')).toBe('unused')
    await answerWith(wave, 'b')
    expect(await accessCodeState(database.db, wave, 'b')).toBe('used')
    expect(await accessCodeState(database.db, wave, 'c')).toBe('unused')
  })
})

describe('staff who count', () => {
  it('see each code as soon as it is used where it belongs to its answers', async () => {
    const wave = await aCodeWave('codeConfidential')
    await answerWith(wave, 'a')
    expect(await countAccessCodes(database.db, wave)).toEqual({
      made: 3,
      used: 1,
      groups: [
        { stratum: null, made: 1, used: 0 },
        { stratum: 'Oost', made: 2, used: 1 },
      ],
      rounded: false,
    })
  })

  it('see no code of an anonymous wave move before its portion was sealed', async () => {
    const wave = await aCodeWave('codeAnonymous')
    const before = await countAccessCodes(database.db, wave)
    await answerWith(wave, 'a')
    expect(await countAccessCodes(database.db, wave)).toEqual(before)
    await sealWave(database.db, wave, { today: '2026-05-01', final: true })
    expect(await countAccessCodes(database.db, wave)).toEqual(before)
  })

  it('read of an anonymous wave and its groups round numbers only, while it runs and when it has ended', async () => {
    const wave = await aCodeWave('codeAnonymous')
    const codes = Array.from({ length: 40 }, (_, n) => ({ codeHash: `w${n}`, stratum: 'West' }))
    await addAccessCodes(database.db, wave, codes)
    await answerWith(wave, 'a', 100)
    for (const [n, { codeHash }] of codes.slice(0, 19).entries()) await answerWith(wave, codeHash, n + 1)
    await sealWave(database.db, wave, { today: '2026-05-01', final: false })
    for (const [n, { codeHash }] of codes.slice(19).entries()) await answerWith(wave, codeHash, n + 200)
    await sealWave(database.db, wave, { today: '2026-05-01', final: false })
    const groups = [
      { stratum: null, made: 1, used: 0 },
      { stratum: 'Oost', made: 2, used: 0 },
      { stratum: 'West', made: 40, used: 20 },
    ]
    expect(await countAccessCodes(database.db, wave)).toEqual({ made: 43, used: 20, groups, rounded: true })
    await sealWave(database.db, wave, { today: '2026-05-01', final: true })
    // Everybody of West took part, which nobody can read.
    const ended = groups.map((group) => (group.stratum === 'West' ? { ...group, used: 30 } : group))
    expect(await countAccessCodes(database.db, wave)).toEqual({ made: 43, used: 40, groups: ended, rounded: true })
  })

  it('read rounder numbers where their study raised its least group, and never finer ones than tens', async () => {
    const wave = await aCodeWave('codeAnonymous')
    const codes = Array.from({ length: 60 }, (_, n) => ({ codeHash: `w${n}`, stratum: 'West' }))
    await addAccessCodes(database.db, wave, codes)
    for (const [n, { codeHash }] of codes.entries()) await answerWith(wave, codeHash, n + 1)
    const westBy = async (leastGroup: number) =>
      (await countAccessCodes(database.db, wave, leastGroup)).groups.find(({ stratum }) => stratum === 'West')?.used
    const strataBy = async (leastGroup: number) => {
      const account = await waveAccount(database.db, wave, leastGroup)
      return account.mode === 'codeAnonymous' ? account.strata : []
    }
    const small = { strata: ['', 'Oost'], made: 3, usedAtLeast: 0 }
    for (const { final, tens, steps } of [
      { final: false, tens: 40, steps: 25 },
      { final: true, tens: 50, steps: 50 },
    ]) {
      await sealWave(database.db, wave, { today: '2026-05-01', final })
      expect([await westBy(5), await westBy(10), await westBy(25)]).toEqual([tens, tens, steps])
      expect(await strataBy(5)).toEqual([{ strata: ['West'], made: 60, usedAtLeast: tens }, small])
      expect(await strataBy(25)).toEqual([{ strata: ['West'], made: 60, usedAtLeast: steps }, small])
      expect(await strataBy(61)).toEqual([{ strata: ['', 'Oost', 'West'], made: 63, usedAtLeast: 0 }])
    }
  })

  it('see nothing where there is no such wave', async () => {
    expect(await countAccessCodes(database.db, { studyId: 'none', waveId: 'none' })).toMatchObject({
      made: 0,
      groups: [],
    })
  })
})
