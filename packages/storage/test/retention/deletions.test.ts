import { randomUUID } from 'node:crypto'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { addDeletions, deletionProof, type DeletionNotice } from '@klankbord/storage'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOpenWave } from '../fieldwork.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

function aNotice(rows = 3): DeletionNotice {
  return {
    id: randomUUID(),
    what: 'contacts',
    subject: null,
    rows,
    why: 'retention',
    by: 'klankbord',
    on: '2026-11-22',
    digest: 'd'.repeat(64),
    keyFingerprint: null,
  }
}

/** A study in which three things were deleted. */
async function threeDeletions(): Promise<string> {
  const { studyId } = (await anOpenWave(database.db)).place
  await database.db.transaction().execute((trx) => addDeletions(trx, studyId, [aNotice(1), aNotice(2)]))
  await database.db.transaction().execute((trx) => addDeletions(trx, studyId, [aNotice(3)]))
  return studyId
}

/** Somebody with all rights over the database does what our program never does. */
async function tamper(statement: ReturnType<typeof sql>): Promise<void> {
  await database.db.transaction().execute(async (trx) => {
    await sql`alter table deletions disable trigger only_added`.execute(trx)
    await statement.execute(trx)
    await sql`alter table deletions enable trigger only_added`.execute(trx)
  })
}

describe('a proof of deletion', () => {
  it('is a chain: each deletion holds the hash of the one before', async () => {
    const studyId = await threeDeletions()
    const { deletions, broken } = await deletionProof(database.db, studyId)
    expect(broken).toBeNull()
    expect(deletions.map(({ number, rows }) => [number, rows])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
    expect(deletions.map(({ previous }) => previous)).toEqual(['', deletions[0]?.hash, deletions[1]?.hash])
  })

  it('is whole in a study of which nothing was deleted', async () => {
    const { studyId } = (await anOpenWave(database.db)).place
    expect(await deletionProof(database.db, studyId)).toEqual({ deletions: [], broken: null })
    expect(await deletionProof(database.db, 'x')).toEqual({ deletions: [], broken: null })
  })

  it('takes every deletion once, whoever writes at the same moment', async () => {
    const { studyId } = (await anOpenWave(database.db)).place
    const twice = aNotice()
    const add = (notice: DeletionNotice): Promise<void> =>
      database.db.transaction().execute((trx) => addDeletions(trx, studyId, [notice]))
    await Promise.all([add(twice), add(twice), add(aNotice()), add(aNotice()), add(aNotice())])
    const { deletions, broken } = await deletionProof(database.db, studyId)
    expect([deletions.length, broken]).toEqual([4, null])
  })

  it.each(['update deletions set rows = 0', 'delete from deletions', 'truncate deletions'])(
    'lets nobody "%s"',
    async (statement) => {
      await threeDeletions()
      await expect(sql.raw(statement).execute(database.db)).rejects.toThrow('rows of deletions are only added')
    },
  )
})

describe('somebody who verifies a proof', () => {
  it.each([
    ['rows', sql`rows = 999`],
    ['reason', sql`why = 'withdrawn'`],
    ['day', sql`deleted_on = '2025-01-01'`],
    ['name', sql`deleted_by = 'Iemand'`],
    ['kind', sql`what = 'answers'`],
    ['subject', sql`subject = 'x'`],
    ['digest', sql`digest = 'e'`],
    ['key', sql`key_fingerprint = 'k'`],
    ['id', sql`id = ${randomUUID()}`],
    ['hash', sql`hash = 'h'`],
    ['link', sql`previous = 'p'`],
  ])('sees at which deletion the %s was changed', async (_what, change) => {
    const studyId = await threeDeletions()
    await tamper(sql`update deletions set ${change} where study_id = ${studyId} and number = 2`)
    expect((await deletionProof(database.db, studyId)).broken).toEqual({ number: 2, fault: 'changed' })
  })

  it('sees that a deletion in the middle is gone, and that the last ones are', async () => {
    const middle = await threeDeletions()
    await tamper(sql`delete from deletions where study_id = ${middle} and number = 2`)
    expect((await deletionProof(database.db, middle)).broken).toEqual({ number: 2, fault: 'missing' })
    const last = await threeDeletions()
    await tamper(sql`delete from deletions where study_id = ${last} and number > 1`)
    expect((await deletionProof(database.db, last)).broken).toEqual({ number: 2, fault: 'cutOff' })
    const all = await threeDeletions()
    await tamper(sql`delete from deletions where study_id = ${all}`)
    expect((await deletionProof(database.db, all)).broken).toEqual({ number: 1, fault: 'cutOff' })
  })

  it('sees that a deletion of another study was put in its place', async () => {
    const [mine, theirs] = [await threeDeletions(), await threeDeletions()]
    await tamper(sql`
      update deletions set hash = theirs.hash, id = theirs.id, previous = theirs.previous, rows = theirs.rows
      from (select * from deletions where study_id = ${theirs} and number = 3) as theirs
      where deletions.study_id = ${mine} and deletions.number = 3`)
    expect((await deletionProof(database.db, mine)).broken).toEqual({ number: 3, fault: 'changed' })
  })
})
