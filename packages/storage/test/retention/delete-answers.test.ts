import { randomUUID } from 'node:crypto'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import {
  addDeletions,
  ANSWER_TABLES,
  answersDeletedOn,
  countKeptRows,
  countResponses,
  deleteAnswers,
  deletingFrom,
  deletionProof,
  idsDigest,
  saveDraft,
  storeResponse,
  type DeletionNotice,
  type ResponsePlace,
} from '@klankbord/storage'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anArrival, anOpenWave, aResponse } from '../fieldwork.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const SAID = { why: 'retention', by: 'klankbord', on: '2026-11-22' } as const

async function deleted(place: ResponsePlace): Promise<readonly DeletionNotice[]> {
  return deletingFrom(database.db, place.studyId, async (trx) => {
    const notices = await deleteAnswers(trx, place, SAID)
    await addDeletions(trx, place.studyId, notices)
    return notices
  })
}

async function someCodes(place: ResponsePlace): Promise<void> {
  const codes = ['b', 'a'].map((code_hash) => ({ study_id: place.studyId, wave_id: place.waveId, code_hash }))
  await database.db.insertInto('access_codes').values(codes).execute()
  await sql`insert into pending_codes (study_id, wave_id, code_hash, batch)
    values (${place.studyId}, ${place.waveId}, 'a', 1)`.execute(database.db)
  await sql`insert into wave_margins (study_id, wave_id, margin, value, responses)
    values (${place.studyId}, ${place.waveId}, 'channel', 'paper', 1)`.execute(database.db)
  await sql`insert into code_counts (study_id, wave_id, stratum, made, used)
    values (${place.studyId}, ${place.waveId}, '', 12, 0)`.execute(database.db)
}

describe('answers whose term is over', () => {
  it('are gone with drafts, codes and margins, and proven by their ids; the other wave is untouched', async () => {
    const { place, another } = await anOpenWave(database.db)
    const other = await another()
    for (const n of [1, 2]) await storeResponse(database.db, anArrival(place, aResponse(n)))
    await storeResponse(database.db, anArrival(other, aResponse(3)))
    const draft = { id: aResponse(4).id, answers: {}, revision: 1, language: 'nl', asked: [] }
    await saveDraft(database.db, place, draft)
    await sql`insert into pending_responses
      select study_id, ${aResponse(5).id}::uuid, wave_id, 1, version, answers, empties, codes, numbers, language, channel,
        week, withdrawal_hash, content_hash, flags
      from responses where study_id = ${place.studyId} and id = ${aResponse(1).id}`.execute(database.db)
    await someCodes(place)
    const kept = { waveId: place.waveId, answers: 4, codes: 3 }
    expect(await countKeptRows(database.db, place.studyId)).toEqual(expect.arrayContaining([kept]))

    const ids = [1, 2, 4, 5].map((n) => aResponse(n).id)
    expect(await deleted(place)).toMatchObject([
      { ...SAID, what: 'answers', subject: place.waveId, rows: 4, digest: idsDigest(ids) },
      { ...SAID, what: 'codes', subject: place.waveId, rows: 3, digest: idsDigest(['a', 'a', 'b']) },
    ])
    expect(await countKeptRows(database.db, place.studyId)).toEqual([{ waveId: other.waveId, answers: 1, codes: 0 }])
    for (const table of ANSWER_TABLES) {
      const { rows } = await sql`select 1 from ${sql.table(table)} where wave_id = ${place.waveId}`.execute(database.db)
      expect(rows).toEqual([])
    }
    expect(await answersDeletedOn(database.db, place.studyId, place.waveId)).toBe('2026-11-22')
    expect(await answersDeletedOn(database.db, other.studyId, other.waveId)).toBeNull()
  })

  it('are deleted once by two that do it at the same moment', async () => {
    const { place } = await anOpenWave(database.db)
    for (const n of [1, 2, 3]) await storeResponse(database.db, anArrival(place, aResponse(n)))
    const notices = await Promise.all([deleted(place), deleted(place)])
    expect(notices.flat()).toMatchObject([{ rows: 3 }])
    expect((await deletionProof(database.db, place.studyId)).deletions).toHaveLength(1)
  })

  it('stay when what comes after their deletion fails', async () => {
    const { place } = await anOpenWave(database.db)
    await storeResponse(database.db, anArrival(place, aResponse(1)))
    const failing = deletingFrom(database.db, place.studyId, async (trx) => {
      await deleteAnswers(trx, place, SAID)
      await addDeletions(trx, randomUUID(), [])
      throw new Error('power cut')
    })
    await expect(failing).rejects.toThrow('power cut')
    expect(await countResponses(database.db, place.studyId, place.waveId)).toBe(1)
  })
})

/** Tables of a study whose rows stay when its answers go, and why. */
const KEPT = {
  studies: 'what was asked, by whom',
  versions: 'what was asked',
  waves: 'when it was asked',
  wave_addresses: 'when it was asked',
  fixed_plans: 'what was to be shown, before it was known',
  publications: 'have a term of their own',
  publication_addresses: 'have a term of their own',
  withdrawn_responses: 'ids alone, for four weeks',
  seals: 'how much was sealed, no answer',
  retention_terms: 'terms',
  legal_holds: 'why something was kept',
  deletions: 'the proof',
  deletion_heads: 'the proof',
  looks: 'who looked at single answers',
  redactions: 'that something was made unreadable, not what',
  comments: 'what staff said to each other',
  clearings: 'that something is to be cleared out of the files',
  study_keys: 'go with the contacts',
  audit_log: 'what staff did: names no respondent',
  memberships: 'of staff',
  staff_invitations: 'of staff',
  study_organisations: 'who shares the study',
  approval_settings: 'whose approval is needed',
  approval_steps: 'who agreed to what was asked',
  people: 'go with the contacts',
  frame_people: 'go with the contacts',
  invitations: 'go with the contacts',
  fieldwork_events: 'go with the contacts',
  invited_marks: 'go with the contacts',
  form_requests: 'go with the contacts',
  outbox: 'go with the contacts',
  wave_frames: 'how a sample was drawn: names nobody',
  place_counts: 'what was counted on the street: names nobody',
  erasures: 'go with the contacts',
}

it('knows of every table of a study whether its rows go with the answers or stay', async () => {
  const { rows } = await sql<{ table_name: string }>`
    select table_name from information_schema.columns
    where column_name = 'study_id' and table_schema in ('public', 'contact')`.execute(database.db)
  expect(rows.map(({ table_name: name }) => name).toSorted()).toEqual(
    [...Object.keys(KEPT), ...ANSWER_TABLES].toSorted(),
  )
})
