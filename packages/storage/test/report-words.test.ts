import { findReportWords, saveReportWords } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anOpenWave } from './fieldwork.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('keeps what authors say with the figures of a study, and loses nothing of who saved meanwhile', async () => {
  const { db } = database
  const { studyId } = (await anOpenWave(db)).place
  expect(await findReportWords(db, studyId)).toEqual({ authored: {}, decisions: [], revision: 0 })
  const authored = { texts: { introduction: { nl: 'Sinds 2015 is er een wet.' } } }
  const decisions = [{ place: 'a'.repeat(16), words: '2015', figure: null, by: 'Fatima', on: '2026-05-01' }]
  expect(await saveReportWords(db, studyId, { authored, decisions, revision: 0 })).toBe(1)
  expect(await findReportWords(db, studyId)).toEqual({ authored, decisions, revision: 1 })
  const late = saveReportWords(db, studyId, { authored: {}, decisions: [], revision: 0 })
  await expect(late).rejects.toMatchObject({ code: 'staleRevision', details: { given: 0, current: 1 } })
  for (const unknown of ['none', '00000000-0000-4000-8000-000000000000']) {
    await expect(findReportWords(db, unknown)).rejects.toMatchObject({ code: 'unknownStudy' })
    const save = saveReportWords(db, unknown, { authored, decisions, revision: 0 })
    await expect(save).rejects.toMatchObject({ code: 'unknownStudy' })
  }
})
