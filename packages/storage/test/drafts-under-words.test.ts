import {
  eraseDraft,
  deleteOldDrafts,
  findDraft,
  findDraftOfWords,
  LAST_REVISION,
  saveDraft,
  storeResponse,
  type Draft,
  type SealedDraft,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aResponse, anArrival, anOpenWave, type OpenWave } from './fieldwork.ts'

const READABLE: Draft = { id: aResponse(1).id, answers: { q1: 4 }, revision: 1, language: 'ar', asked: ['q2'] }
const UNDER_WORDS: SealedDraft = { id: READABLE.id, revision: 2, wordsHash: 'hash of words', sealed: 'sealed answers' }

let database: TestDatabase
let wave: OpenWave

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  wave = await anOpenWave(database.db)
})

const save = (draft: Draft | SealedDraft): Promise<'saved' | 'stale'> => saveDraft(database.db, wave.place, draft)
const byWords = (hash = UNDER_WORDS.wordsHash): Promise<SealedDraft | null> =>
  findDraftOfWords(database.db, wave.place, hash)

describe('answers that somebody keeps under words', () => {
  it('are found by the words and by their id, in their own wave only', async () => {
    expect(await save(UNDER_WORDS)).toBe('saved')
    expect(await byWords()).toEqual(UNDER_WORDS)
    expect(await findDraft(database.db, wave.place, UNDER_WORDS.id)).toEqual(UNDER_WORDS)
    expect(await byWords('other words')).toBeNull()
    expect(await findDraftOfWords(database.db, await wave.another(), UNDER_WORDS.wordsHash)).toBeNull()
  })

  it('leave nothing that can be read, though they were readable before', async () => {
    await save(READABLE)
    expect(await save(UNDER_WORDS)).toBe('saved')
    const rows = await database.db.selectFrom('drafts').selectAll().where('study_id', '=', wave.place.studyId).execute()
    expect(rows).toMatchObject([{ answers: {}, asked: [], language: 'und', sealed: UNDER_WORDS.sealed }])
  })

  it('cannot stand in the table beside readable ones, or without what finds them', async () => {
    await save(UNDER_WORDS)
    const mine = sql`where study_id = ${wave.place.studyId}`
    await expect(sql`update drafts set answers = '{"q1": 4}' ${mine}`.execute(database.db)).rejects.toThrow(/check/)
    await expect(sql`update drafts set words_hash = null ${mine}`.execute(database.db)).rejects.toThrow(/check/)
  })

  it('grow with their revision, and take the same revision twice', async () => {
    await save(UNDER_WORDS)
    expect(await save(UNDER_WORDS)).toBe('saved')
    const next = { ...UNDER_WORDS, revision: 3, sealed: 'more sealed answers' }
    expect(await save(next)).toBe('saved')
    expect(await byWords()).toEqual(next)
  })

  it.each([
    ['an older revision', { ...UNDER_WORDS, revision: 1 }],
    ['other answers under the same revision', { ...UNDER_WORDS, sealed: 'something else' }],
    ['other words', { ...UNDER_WORDS, revision: 3, wordsHash: 'other words' }],
    ['a revision that can be read', { ...READABLE, revision: 3 }],
    ['the words of somebody else', { ...UNDER_WORDS, id: aResponse(2).id }],
  ])('are not replaced by %s', async (_, other) => {
    await save(UNDER_WORDS)
    expect(await save(other)).toBe('stale')
    expect(await byWords()).toEqual(UNDER_WORDS)
  })
})

describe('the words stop working', () => {
  it('when the answers are sent, with the response in one transaction', async () => {
    await save(UNDER_WORDS)
    const undone = new Error('undone')
    const sending = database.db.transaction().execute(async (transaction) => {
      await storeResponse(transaction, anArrival(wave.place, aResponse(1)))
      expect(await findDraftOfWords(transaction, wave.place, UNDER_WORDS.wordsHash)).toBeNull()
      throw undone
    })
    await expect(sending).rejects.toBe(undone)
    expect(await byWords()).toEqual(UNDER_WORDS)
    await storeResponse(database.db, anArrival(wave.place, aResponse(1)))
    expect(await byWords()).toBeNull()
    expect(await save({ ...UNDER_WORDS, revision: 3 })).toBe('stale')
    expect(await byWords()).toBeNull()
  })

  it('when somebody erases what they filled in, and nothing late brings it back', async () => {
    await save(UNDER_WORDS)
    const erased = { ...READABLE, answers: {}, asked: [], revision: LAST_REVISION }
    expect(await save(erased)).toBe('saved')
    expect(await byWords()).toBeNull()
    expect(await save({ ...UNDER_WORDS, revision: 3 })).toBe('stale')
    expect(await byWords()).toBeNull()
  })

  it('when somebody erases it on a page, and then somebody else may get the same words', async () => {
    await save(UNDER_WORDS)
    expect(await eraseDraft(database.db, wave.place, UNDER_WORDS.id)).toBe(true)
    expect(await byWords()).toBeNull()
    expect(await save({ ...UNDER_WORDS, id: aResponse(2).id })).toBe('saved')
  })

  it('when their week is over', async () => {
    await save(UNDER_WORDS)
    await deleteOldDrafts(database.db, '2026-W01')
    expect(await byWords()).toEqual(UNDER_WORDS)
    expect(await deleteOldDrafts(database.db, '9999-W01')).toBeGreaterThan(0)
    expect(await byWords()).toBeNull()
  })
})
