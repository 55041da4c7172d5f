import { DEFAULT_RETENTION } from '@klankbord/model'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import {
  closeWave,
  collectionEnd,
  deletingFrom,
  findHold,
  findRetentionTerms,
  holdStudy,
  listHolds,
  releaseStudy,
  saveRetentionTerms,
} from '@klankbord/storage'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anOpenWave } from '../fieldwork.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const HOLD = { reason: 'Klacht 12', by: 'Fatima', on: '2026-11-22' }

describe('a study', () => {
  it('has the usual terms until somebody sets others', async () => {
    const { studyId } = (await anOpenWave(database.db)).place
    expect(await findRetentionTerms(database.db, studyId)).toEqual(DEFAULT_RETENTION)
    const terms = { contacts: 1, answers: 2, publications: 120 }
    await saveRetentionTerms(database.db, studyId, terms)
    await saveRetentionTerms(database.db, studyId, { ...terms, answers: 12 })
    expect(await findRetentionTerms(database.db, studyId)).toEqual({ ...terms, answers: 12 })
  })

  it.each([-1, 0, 1.5, Number.NaN, 1201])('takes no term of %d months', async (contacts) => {
    const { studyId } = (await anOpenWave(database.db)).place
    await expect(saveRetentionTerms(database.db, studyId, { ...DEFAULT_RETENTION, contacts })).rejects.toMatchObject({
      code: 'retentionTermNotUsable',
    })
  })

  it('ends with its last wave, and not while one is open', async () => {
    const { place, another } = await anOpenWave(database.db)
    const second = await another()
    const end = (): Promise<unknown> => collectionEnd(database.db, place.studyId)
    await closeWave(database.db, place, '2026-01-10')
    expect(await end()).toBeNull()
    await closeWave(database.db, second, '2026-01-05')
    await sql`update waves set grace_days = 40 where id = ${second.waveId}`.execute(database.db)
    // The one that was closed first has the longer grace.
    expect(await end()).toEqual({ closedOn: '2026-01-10', lastDay: '2026-02-14' })
    await sql`update waves set state = 'sealed' where study_id = ${place.studyId}`.execute(database.db)
    expect(await end()).toEqual({ closedOn: '2026-01-10', lastDay: '2026-01-10' })
  })

  it('without waves has no end', async () => {
    const { studyId } = (await anOpenWave(database.db)).place
    await sql`delete from waves where study_id = ${studyId}`.execute(database.db)
    expect(await collectionEnd(database.db, studyId)).toBeNull()
    expect(await collectionEnd(database.db, 'x')).toBeNull()
  })
})

/** How many statements of this database wait until somebody else is done. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(database.db)
  return rows[0]?.n ?? 0
}

describe('somebody who holds a study', () => {
  it('stops every deletion until it is released, and that it was held stays written', async () => {
    const { studyId } = (await anOpenWave(database.db)).place
    const deleting = (): Promise<string> => deletingFrom(database.db, studyId, () => Promise.resolve('deleted'))
    await holdStudy(database.db, studyId, HOLD)
    await expect(deleting()).rejects.toMatchObject({ code: 'studyHeld', details: { on: '2026-11-22' } })
    await expect(holdStudy(database.db, studyId, HOLD)).rejects.toMatchObject({ code: 'alreadyHeld' })
    expect(await findHold(database.db, studyId)).toMatchObject(HOLD)

    const released = { by: 'Bram', on: '2026-12-01' }
    await releaseStudy(database.db, studyId, released)
    expect(await deleting()).toBe('deleted')
    expect(await findHold(database.db, studyId)).toBeNull()
    expect(await listHolds(database.db, studyId)).toEqual([{ ...HOLD, released }])
    await expect(releaseStudy(database.db, studyId, released)).rejects.toMatchObject({ code: 'notHeld' })
    await holdStudy(database.db, studyId, HOLD)
    expect(await listHolds(database.db, studyId)).toHaveLength(2)
  })

  it('waits for a deletion that is under way, so that nothing is deleted under a hold', async () => {
    const { studyId } = (await anOpenWave(database.db)).place
    const order: string[] = []
    let begun: () => void = () => undefined
    const begins = new Promise<void>((resolve) => (begun = resolve))
    const deleting = deletingFrom(database.db, studyId, async () => {
      begun()
      await vi.waitFor(async () => expect(await waiting()).toBe(1))
      order.push('deleted')
    })
    await begins
    await holdStudy(database.db, studyId, HOLD)
    order.push('held')
    await deleting
    expect(order).toEqual(['deleted', 'held'])
  })
})
