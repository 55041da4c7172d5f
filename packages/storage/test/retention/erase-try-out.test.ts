import {
  addAccessCodes,
  countResponsesByWave,
  deletingFrom,
  dueTryOuts,
  eraseTryOut,
  findWaveByAddress,
  forgetAskedInTryOut,
  listWaves,
  openWave,
  saveDraft,
  storeResponse,
  TABLES_OF_A_WAVE,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANSWER_TABLES } from '../../src/retention/delete-answers.ts'
import { aResponse, anArrival, anOpenWave } from '../fieldwork.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

describe('a wave for trying out', () => {
  const opened = async () => {
    const { place: earnest } = await anOpenWave(database.db)
    const { studyId, version } = earnest
    const wave = await openWave(database.db, studyId, {
      title: { nl: 'Proef' },
      version,
      mode: 'codeConfidential',
      frame: null,
      tryOut: true,
      erasesOn: '2026-05-15',
    })
    const place = { studyId, waveId: wave.id, version }
    await addAccessCodes(database.db, place, [{ codeHash: 'c1', stratum: null }])
    await storeResponse(database.db, anArrival(place, aResponse(1), { codeHash: 'c1' }))
    await storeResponse(database.db, anArrival(earnest, aResponse(2)))
    await saveDraft(database.db, place, { id: aResponse(3).id, answers: {}, revision: 1, language: 'nl', asked: [] })
    return { earnest, place, wave }
  }

  it('is erased with all that was filled in once its day has come, and no other wave with it', async () => {
    const { earnest, place, wave } = await opened()
    expect(await dueTryOuts(database.db, '2026-05-14')).toEqual([])
    const [due] = await dueTryOuts(database.db, '2026-05-15')
    expect(due).toEqual({ studyId: place.studyId, waveId: place.waveId })
    const said = { why: 'retention', by: 'klankbord', on: '2026-05-15' } as const
    await forgetAskedInTryOut(database.db, place)
    const erase = (where: typeof place) =>
      deletingFrom(database.db, place.studyId, (trx) => eraseTryOut(trx, where, said))
    expect((await erase(place)).map(({ what, rows }) => [what, rows])).toEqual([
      ['answers', 2],
      ['codes', 1],
    ])
    expect(await erase(earnest)).toEqual([])
    expect((await listWaves(database.db, place.studyId)).map(({ id }) => id)).toEqual([earnest.waveId])
    expect(await findWaveByAddress(database.db, wave.address)).toBeNull()
    for (const table of [...TABLES_OF_A_WAVE, ...ANSWER_TABLES]) {
      const { rows } = await sql`select from ${sql.table(table)} where wave_id = ${place.waveId}`.execute(database.db)
      expect([table, rows.length]).toEqual([table, 0])
    }
  })

  it('is never counted', async () => {
    const { earnest, place } = await opened()
    expect(await countResponsesByWave(database.db, place.studyId)).toEqual(new Map([[earnest.waveId, 1]]))
  })

  it('leaves no table of waves out, but for publications, which it has none of, and logs', async () => {
    const { rows } = await sql<{ table: string }>`
      select case table_schema when 'public' then '' else table_schema || '.' end || table_name as table
      from information_schema.columns where column_name = 'wave_id' and table_schema in ('public', 'contact')`.execute(
      database.db,
    )
    const kept = ['looks', 'redactions', 'publications']
    expect(new Set([...TABLES_OF_A_WAVE, ...ANSWER_TABLES, ...kept])).toEqual(new Set(rows.map(({ table }) => table)))
  })
})
