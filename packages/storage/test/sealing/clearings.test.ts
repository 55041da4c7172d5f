import { randomUUID } from 'node:crypto'
import {
  addDeletions,
  ANSWER_TABLES,
  CONTACT_TABLES,
  clearingsDone,
  dueClearings,
  openWave,
  sealWave,
  storeResponse,
  type WaveReference,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aResponse, anArrival, anOpenWave } from '../fieldwork.ts'

const TODAY = '2026-05-01'
let database: TestDatabase
let wave: WaveReference & { readonly version: number }

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await clearingsDone(database.db, await dueClearings(database.db))
  const { studyId, version } = (await anOpenWave(database.db)).place
  const { id } = await openWave(database.db, studyId, {
    title: { nl: 'Met een code' },
    version,
    mode: 'codeAnonymous',
    frame: null,
    portion: 1,
  })
  wave = { studyId, waveId: id, version }
})

const dueTables = async (): Promise<readonly (readonly string[])[]> =>
  (await dueClearings(database.db)).map(({ tables }) => tables)

async function answers(n: number): Promise<void> {
  const codeHash = String(n).padStart(64, 'c')
  await database.db
    .insertInto('access_codes')
    .values({ study_id: wave.studyId, wave_id: wave.waveId, code_hash: codeHash, stratum: null, response_id: null })
    .execute()
  await storeResponse(database.db, anArrival(wave, aResponse(n), { codeHash }))
}

describe('what is still to be cleared out of the files', () => {
  it('is nothing while nothing was sealed or deleted', async () => {
    await answers(1)
    expect(await sealWave(database.db, wave, { today: TODAY, final: false })).toBeNull()
    expect(await dueTables()).toEqual([])
  })

  it('is the log after a portion was sealed, whoever ends before it is removed', async () => {
    await answers(1)
    await sealWave(database.db, wave, { today: TODAY, final: false })
    await answers(2)
    await sealWave(database.db, wave, { today: TODAY, final: false })
    expect(await dueTables()).toEqual([[]])
  })

  it('is the log, and the tables in which the old rows lie, after the portions of a wave were mixed', async () => {
    await answers(1)
    await sealWave(database.db, wave, { today: TODAY, final: true })
    expect((await dueTables()).toSorted((one, two) => one.length - two.length)).toEqual([
      [],
      ['responses', 'access_codes'],
    ])
  })

  it('is, after a deletion, the tables that it was in', async () => {
    const notice = { subject: null, rows: 1, why: 'erased', by: 'Fatima', on: TODAY, digest: '', keyFingerprint: null }
    const notices = (['contacts', 'answers'] as const).map((what) => ({ ...notice, what, id: randomUUID() }) as const)
    const add = (): Promise<void> =>
      database.db.transaction().execute((trx) => addDeletions(trx, wave.studyId, notices as never))
    await add()
    // Written down a second time it was deleted once.
    await add()
    expect((await dueTables()).map((tables) => tables.toSorted())).toEqual([
      [...ANSWER_TABLES, ...CONTACT_TABLES].toSorted(),
    ])
  })

  it('is nothing any more of what was cleared, and still what came in the meantime', async () => {
    await answers(1)
    await sealWave(database.db, wave, { today: TODAY, final: true })
    const before = await dueClearings(database.db)
    const other = await openWave(database.db, wave.studyId, {
      title: { nl: 'Nog een' },
      version: wave.version,
      mode: 'open',
      frame: null,
    })
    await sealWave(database.db, { studyId: wave.studyId, waveId: other.id }, { today: TODAY, final: true })
    await clearingsDone(database.db, before)
    expect(await dueTables()).toEqual([[]])
  })
})
