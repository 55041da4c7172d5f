import {
  deleteOldDrafts,
  eraseDraft,
  findDraft,
  LAST_REVISION,
  saveDraft,
  storeResponse,
  type Draft,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { aResponse, anArrival, anOpenWave, type OpenWave } from './fieldwork.ts'

const DRAFT: Draft = { id: aResponse(1).id, answers: { q1: 4, q3: 'half' }, revision: 2, language: 'ar', asked: ['q2'] }

let database: TestDatabase
let wave: OpenWave

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  wave = await anOpenWave(database.db)
})

it('is found again in its own wave only', async () => {
  expect(await saveDraft(database.db, wave.place, DRAFT)).toBe('saved')
  expect(await findDraft(database.db, wave.place, DRAFT.id)).toEqual(DRAFT)
  expect(await findDraft(database.db, await wave.another(), DRAFT.id)).toBeNull()
  expect(await findDraft(database.db, wave.place, 'geen-id')).toBeNull()
})

it('grows with its revision, and takes the same revision twice', async () => {
  await saveDraft(database.db, wave.place, DRAFT)
  expect(await saveDraft(database.db, wave.place, DRAFT)).toBe('saved')
  const next = { ...DRAFT, revision: 3, answers: { q1: 5 } }
  expect(await saveDraft(database.db, wave.place, next)).toBe('saved')
  expect(await findDraft(database.db, wave.place, DRAFT.id)).toEqual(next)
})

it('remembers which device changed it last', async () => {
  await saveDraft(database.db, wave.place, DRAFT)
  const elsewhere = { ...DRAFT, revision: 3, device: '09af77c2' }
  await saveDraft(database.db, wave.place, elsewhere)
  expect(await findDraft(database.db, wave.place, DRAFT.id)).toEqual(elsewhere)
  await saveDraft(database.db, wave.place, { ...DRAFT, revision: 4 })
  expect(await findDraft(database.db, wave.place, DRAFT.id)).toEqual({ ...DRAFT, revision: 4 })
})

it.each([
  ['an older revision', { revision: 1 }],
  ['other answers under the same revision', { answers: {} }],
])('refuses %s', async (_, change) => {
  await saveDraft(database.db, wave.place, DRAFT)
  expect(await saveDraft(database.db, wave.place, { ...DRAFT, ...change })).toBe('stale')
  expect(await findDraft(database.db, wave.place, DRAFT.id)).toEqual(DRAFT)
})

it('keeps the newest when revisions arrive at once and out of order', async () => {
  const revisions = [5, 1, 9, 3, 7, 2, 8]
  await Promise.all(revisions.map((revision) => saveDraft(database.db, wave.place, { ...DRAFT, revision })))
  expect((await findDraft(database.db, wave.place, DRAFT.id))?.revision).toBe(9)
})

it('does not come back after its response was sent', async () => {
  await storeResponse(database.db, anArrival(wave.place, aResponse(1)))
  expect(await saveDraft(database.db, wave.place, DRAFT)).toBe('stale')
  expect(await findDraft(database.db, wave.place, DRAFT.id)).toBeNull()
})

it('is not taken over by another wave', async () => {
  await saveDraft(database.db, wave.place, DRAFT)
  expect(await saveDraft(database.db, await wave.another(), { ...DRAFT, revision: 9 })).toBe('stale')
})

it('is erased when people ask for it, once', async () => {
  await saveDraft(database.db, wave.place, DRAFT)
  expect(await eraseDraft(database.db, await wave.another(), DRAFT.id)).toBe(false)
  expect(await eraseDraft(database.db, wave.place, DRAFT.id)).toBe(true)
  expect(await eraseDraft(database.db, wave.place, DRAFT.id)).toBe(false)
})

it('leaves nothing but its id where it was erased, and nothing late takes its place', async () => {
  await saveDraft(database.db, wave.place, DRAFT)
  await eraseDraft(database.db, wave.place, DRAFT.id)
  expect(await saveDraft(database.db, wave.place, { ...DRAFT, revision: 9 })).toBe('stale')
  const left = { id: DRAFT.id, revision: LAST_REVISION, answers: {}, asked: [], language: 'und' }
  expect(await findDraft(database.db, wave.place, DRAFT.id)).toEqual(left)
})

it('is forgotten when its week is over', async () => {
  await saveDraft(database.db, wave.place, DRAFT)
  await deleteOldDrafts(database.db, '2026-W01')
  expect(await findDraft(database.db, wave.place, DRAFT.id)).toEqual(DRAFT)
  expect(await deleteOldDrafts(database.db, '9999-W01')).toBeGreaterThan(0)
  expect(await findDraft(database.db, wave.place, DRAFT.id)).toBeNull()
})
