import {
  addBackup,
  countAccessCodes,
  countResponses,
  dataFaults,
  listBackups,
  openWave,
  restoreBackup,
  sealWave,
  storeResponse,
  writeBackup,
  type Database,
  type ResponsePlace,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anArrival, anOpenWave, aResponse } from '../fieldwork.ts'
import { aShelf, createBareDatabase, type Shelf } from './filled-database.ts'
import { REQUEST } from './request.ts'

const TODAY = '2026-05-01'
let database: TestDatabase
let restored: TestDatabase
let shelf: Shelf
let place: ResponsePlace

beforeAll(async () => {
  database = await createTestDatabase()
  restored = await createBareDatabase()
  shelf = aShelf()
  const { studyId, version } = (await anOpenWave(database.db)).place
  const asked = { title: { nl: 'Met een code' }, version, mode: 'codeAnonymous', frame: null } as const
  place = { studyId, version, waveId: (await openWave(database.db, studyId, asked)).id }
  await arrive(1, 20)
  await seal(database)
  await arrive(21, 50)
})

afterAll(async () => {
  await database.drop()
  await restored.drop()
  shelf.clear()
})

const codeOf = (n: number): string => String(n).padStart(64, 'c')
const seal = ({ db }: Database, final = false) => sealWave(db, place, { today: TODAY, final })

async function arrive(from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n += 1) {
    const code = {
      study_id: place.studyId,
      wave_id: place.waveId,
      code_hash: codeOf(n),
      stratum: null,
      response_id: null,
    }
    await database.db.insertInto('access_codes').values(code).execute()
    await storeResponse(database.db, anArrival(place, aResponse(n), { codeHash: codeOf(n) }))
  }
}

describe('a backup of an anonymous wave, made while answers wait', () => {
  it('expires when the first of them are sealed, and not when more people come', async () => {
    const written = await writeBackup(database.connectionString, { ...REQUEST, names: [shelf.file] })
    expect(written?.unsealed.map(({ batch }) => batch)).toEqual([1])
    await addBackup(database.db, {
      madeOn: TODAY,
      file: shelf.file,
      bytes: 1,
      sha256: '',
      unsealed: written?.unsealed ?? [],
    })
    await arrive(51, 55)
    expect((await listBackups(database.db)).map(({ state }) => state)).toEqual(['unsealed'])
    expect(await seal(database)).toMatchObject({ portion: 1, responses: 35, codes: 35 })
    expect((await listBackups(database.db)).map(({ state }) => state)).toEqual(['expired'])
  })

  it('can be sealed after it was restored, with nobody lost and every code used once', async () => {
    await restoreBackup(restored.connectionString, { file: shelf.file, passphrase: REQUEST.passphrase })
    expect(await countResponses(restored.db, place.studyId, place.waveId)).toBe(0)
    expect(await seal(restored)).toMatchObject({ portion: 1, responses: 30, codes: 30 })
    expect(await seal(restored)).toBeNull()
    expect(await seal(restored, true)).toMatchObject({ portion: 2, responses: 20, codes: 20 })
    expect(await countResponses(restored.db, place.studyId, place.waveId)).toBe(50)
    expect(await countAccessCodes(restored.db, place)).toMatchObject({ made: 50, used: 40 })
    expect(await dataFaults(restored.db)).toEqual([])
    expect(await dataFaults(database.db)).toEqual([])
  })
})
