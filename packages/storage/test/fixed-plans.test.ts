import { contentHash } from '@klankbord/model'
import { addAuditEntry, addFixedPlan, listFixedPlans, sawWave } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anOpenWave } from './fieldwork.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const PLAN = { questions: ['t1', 't2'], breakdowns: [{ variable: 'area' }] }

it('keeps each plan that was fixed for a wave with its hash, by whom and when', async () => {
  const { db } = database
  const { place } = await anOpenWave(db)
  expect(await listFixedPlans(db, place)).toEqual([])
  const first = { plan: PLAN, beforeResults: true, by: 'Fatima', on: '2026-04-01' }
  expect(await addFixedPlan(db, place, first)).toEqual({ ...first, number: 1, hash: contentHash(PLAN) })
  const second = { plan: { ...PLAN, headline: 't1' }, beforeResults: false, by: '', on: '2026-04-20' }
  await addFixedPlan(db, place, second)
  expect(await listFixedPlans(db, place)).toMatchObject([
    { number: 1, ...first },
    { number: 2, ...second },
  ])
})

it('gives two who fix at the same moment each a number', async () => {
  const { db } = database
  const { place } = await anOpenWave(db)
  const fix = { plan: PLAN, beforeResults: true, by: 'Fatima', on: '2026-04-01' }
  await Promise.all([1, 2, 3].map(() => addFixedPlan(db, place, fix)))
  expect((await listFixedPlans(db, place)).map(({ number }) => number)).toEqual([1, 2, 3])
})

it('refuses a wave that is not there, and a plan that somebody changed in the database', async () => {
  const { db } = database
  const { place } = await anOpenWave(db)
  const fix = { plan: PLAN, beforeResults: true, by: 'Fatima', on: '2026-04-01' }
  for (const waveId of ['none', '00000000-0000-4000-8000-000000000000'])
    await expect(addFixedPlan(db, { ...place, waveId }, fix)).rejects.toMatchObject({ code: 'unknownWave' })
  await addFixedPlan(db, place, fix)
  await db
    .updateTable('fixed_plans')
    .set({ plan: JSON.stringify({ ...PLAN, questions: ['t9'] }) })
    .where('wave_id', '=', place.waveId)
    .execute()
  await expect(listFixedPlans(db, place)).rejects.toMatchObject({ code: 'planAltered' })
})

it('knows whether anybody did a thing of this wave, or of the study without saying of which', async () => {
  const { db } = database
  const { place } = await anOpenWave(db)
  const { place: other } = await anOpenWave(db)
  const entry = (action: string, studyId: string, details: Record<string, string>): Promise<unknown> =>
    addAuditEntry(db, new Date('2026-04-01T12:00:00Z'), { user: null, organisationId: null, action, studyId, details })
  await entry('wave.opened', place.studyId, { wave: place.waveId })
  await entry('analysis.seen', place.studyId, { wave: other.waveId })
  await entry('analysis.seen', other.studyId, { wave: other.waveId })
  expect(await sawWave(db, place, ['analysis.seen'])).toBe(false)
  await entry('analysis.seen', place.studyId, { wave: place.waveId })
  expect(await sawWave(db, place, ['analysis.seen'])).toBe(true)
  expect(await sawWave(db, place, ['answers.read'])).toBe(false)
  await entry('answers.read', place.studyId, {})
  expect(await sawWave(db, place, ['answers.read'])).toBe(true)
})
