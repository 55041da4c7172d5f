import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { serverFacts } from '@klankbord/storage'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { standbyVerdicts } from '../../../src/cli/doctor/standby-verdicts.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

const ALONE = { slots: [], followers: 0 }

describe('what the doctor says of what follows the database', () => {
  it('nothing but good of a database that is alone', async () => {
    expect((await standbyVerdicts(ALONE, [], true)).map(({ state }) => state)).toEqual(['good', 'good'])
  })

  it('names a replication slot, which is bad where codes are anonymous', async () => {
    await sql`select pg_create_physical_replication_slot('left_behind')`.execute(database.db)
    const facts = await serverFacts(database.db)
    await sql`select pg_drop_replication_slot('left_behind')`.execute(database.db)
    expect(facts.slots).toContain('left_behind')
    const [anonymous] = await standbyVerdicts(facts, [], true)
    expect(anonymous).toMatchObject({ state: 'bad', sentence: expect.stringContaining('left_behind') as string })
    expect((await standbyVerdicts(facts, [], false))[0]?.state).toBe('look')
  })

  it('counts who follows without being named, for sealing does not reach them', async () => {
    const [, followers] = await standbyVerdicts({ slots: [], followers: 2 }, [], true)
    expect(followers).toEqual({
      state: 'bad',
      sentence:
        '2 servers follow the database, and KLANKBORD_STANDBYS names none: what sealing removes here stays there. Name every one of them.',
    })
  })

  it('asks each standby that is named for its own settings, and tells no address of one that is away', async () => {
    const away = 'postgresql://me:secret@127.0.0.1:1/none'
    const found = await standbyVerdicts(ALONE, [database.connectionString, away], true)
    expect(found[2]?.sentence).toMatch(/^Standby 1 of KLANKBORD_STANDBYS keeps/)
    expect(found[3]).toEqual({
      state: 'bad',
      sentence: 'Standby 2 of KLANKBORD_STANDBYS was not looked at: the database does not answer (try again).',
    })
  })
})
