import { dataFaults, indexFaults, migrationState, serverFacts, storeResponse } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anArrival, anOpenWave, aResponse, type OpenWave } from '../fieldwork.ts'

let database: TestDatabase
let wave: OpenWave

beforeEach(async () => {
  database = await createTestDatabase()
  wave = await anOpenWave(database.db)
  await storeResponse(database.db, anArrival(wave.place, aResponse(1)))
})

afterEach(() => database.drop())

const run = (statement: string) => sql.raw(statement).execute(database.db)

describe('somebody who looks whether all data is right', () => {
  it('finds nothing where nothing is wrong', async () => {
    expect(await dataFaults(database.db)).toEqual([])
  })

  it('accuses nobody of what staff brought into an anonymous wave from a file', async () => {
    await run(`update waves set mode = 'codeAnonymous'; update responses set channel = 'import'`)
    expect(await dataFaults(database.db)).toEqual([])
  })

  it.each([
    ['withoutWave', 'responses', 'update responses set wave_id = gen_random_uuid()'],
    ['withoutVersion', 'responses', 'update responses set version = 7'],
    ['withoutWave', 'seals', 'insert into seals select study_id, gen_random_uuid(), 1, 20, 20, now() from studies'],
    ['withoutAddress', 'waves', 'delete from wave_addresses'],
    [
      'withoutPublication',
      'publication_addresses',
      "insert into publication_addresses select 'p', study_id from studies",
    ],
    ['notJson', 'responses', "update responses set answers = '[]'"],
    ['notJson', 'versions', "update versions set questionnaire = '{'"],
    ['moreThanSealed', 'responses', ofAnonymous(`update responses set channel = 'unrecorded', language = 'und'`)],
    [
      'moreThanSealed',
      'access_codes',
      ofAnonymous(`insert into access_codes select study_id, id, 'a', null, 'used' from waves; delete from responses`),
    ],
    [
      'tied',
      'access_codes',
      ofAnonymous(`insert into access_codes select study_id, id, 'a', null, 'unused', gen_random_uuid() from waves;
        delete from responses`),
    ],
    [
      'unsealedBackground',
      'responses',
      ofAnonymous('insert into seals select study_id, id, 1, 1, 1, now() from waves'),
    ],
    [
      'waitingInSealed',
      'pending_responses',
      `insert into pending_responses (study_id, id, wave_id, batch, version, answers, empties, codes, numbers, language,
        channel, week, content_hash) select study_id, id, id, 1, 1, '{}', '{}', '{}', '{}', 'nl', 'web', '', '' from waves;
        update waves set state = 'sealed'`,
    ],
  ])('finds %s in %s', async (kind, table, statement) => {
    await run(statement)
    expect(await dataFaults(database.db)).toEqual([{ kind, table, rows: 1 }])
  })

  function ofAnonymous(statement: string): string {
    return `update waves set mode = 'codeAnonymous'; ${statement}`
  }
})

describe('somebody who looks whether the indexes are right', () => {
  it('has all of them looked at, and nothing changed', async () => {
    const { looked, broken } = (await indexFaults(database.db)) ?? { looked: 0, broken: [] }
    expect(looked).toBeGreaterThan(20)
    expect(broken).toEqual([])
    const { rows } = await sql`select 1 from pg_extension where extname = 'amcheck'`.execute(database.db)
    expect(rows).toEqual([])
  })

  it('finds one that lacks a row of its table', async () => {
    // A row that the index does not get: it is told to take no more for a moment.
    await run(`update pg_index set indisready = false where indexrelid = 'responses_of_wave'::regclass`)
    await storeResponse(database.db, anArrival(wave.place, aResponse(2)))
    await run(`update pg_index set indisready = true where indexrelid = 'responses_of_wave'::regclass`)
    expect((await indexFaults(database.db))?.broken).toEqual(['responses_of_wave'])
  })
})

describe('somebody who asks the server about itself', () => {
  it('reads its version, clock, folder and settings', async () => {
    const facts = await serverFacts(database.db)
    expect(facts).toMatchObject({
      major: 18,
      checksums: true,
      settings: { fsync: 'off', track_commit_timestamp: 'off' },
    })
    expect(Math.abs(facts.now.getTime() - Date.now())).toBeLessThan(60_000)
    expect(facts.folder).toMatch(/^\//)
  })

  it('reads what is missing, and what a newer program did', async () => {
    expect(await migrationState(database.db)).toEqual({ missing: [], unknown: [] })
    await run(
      `delete from kysely_migration where name like '0007%'; insert into kysely_migration values ('9999-x', '')`,
    )
    expect(await migrationState(database.db)).toEqual({ missing: ['0007-backups'], unknown: ['9999-x'] })
    await run('drop table kysely_migration')
    expect((await migrationState(database.db)).missing[0]).toBe('0001-collection')
  })
})
