import {
  addBackup,
  forgetBackup,
  knownKey,
  listBackups,
  rememberKey,
  restoreBackup,
  writeBackup,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anOpenWave, type OpenWave } from '../fieldwork.ts'
import { aShelf, createBareDatabase, type Shelf } from './filled-database.ts'
import { REQUEST } from './request.ts'

let database: TestDatabase
let wave: OpenWave
let shelf: Shelf

beforeAll(async () => {
  database = await createTestDatabase()
  wave = await anOpenWave(database.db)
})

afterAll(() => database.drop())

beforeEach(() => {
  shelf = aShelf()
})

afterEach(async () => {
  shelf.clear()
  await sql`truncate backups, pending_responses, pending_codes`.execute(database.db)
})

const somebodyWaits = (batch: number) =>
  sql`insert into pending_responses
    (study_id, id, wave_id, batch, version, answers, empties, codes, numbers, language, channel, week, content_hash)
    values (${wave.place.studyId}, gen_random_uuid(), ${wave.place.waveId}, ${batch}, 1, '{}', '{}', '{}', '{}', 'nl', 'web',
      '2026-W18', '')`.execute(database.db)
const sealed = (batch: number) => sql`delete from pending_responses where batch = ${batch}`.execute(database.db)

const backUp = async (): Promise<void> => {
  const written = await writeBackup(database.connectionString, { ...REQUEST, names: [shelf.file] })
  if (written === null) throw new Error('no name was free')
  await addBackup(database.db, { ...written, madeOn: written.manifest.madeOn })
}
const states = async () => (await listBackups(database.db)).map(({ state }) => state)

describe('somebody who looks at the list of backups', () => {
  it('finds what was made, the newest first, until it is deleted', async () => {
    await addBackup(database.db, { madeOn: '2026-11-21', file: '/b/1', bytes: 5, sha256: 'a', unsealed: [] })
    await addBackup(database.db, { madeOn: '2026-11-22', file: '/b/2', bytes: 2 ** 40, sha256: 'b', unsealed: [] })
    const [newest, oldest] = await listBackups(database.db)
    expect(newest).toMatchObject({ madeOn: '2026-11-22', file: '/b/2', bytes: 2 ** 40, sha256: 'b', state: 'kept' })
    await forgetBackup(database.db, newest?.id ?? '', '2026-11-23')
    expect(await listBackups(database.db)).toEqual([oldest])
  })

  it('reads that a backup holds answers from before sealing, and has expired once one of them is sealed', async () => {
    await somebodyWaits(1)
    await somebodyWaits(1)
    await somebodyWaits(2)
    await backUp()
    expect(await states()).toEqual(['unsealed'])
    await somebodyWaits(3)
    expect(await states()).toEqual(['unsealed'])
    await sealed(1)
    expect(await states()).toEqual(['expired'])
  })

  it('reads nothing of the kind about a backup that was made after sealing', async () => {
    await backUp()
    await somebodyWaits(1)
    await sealed(1)
    expect(await states()).toEqual(['kept'])
  })
})

describe('somebody who compares the codes and the answers that wait in a backup', () => {
  it('finds no batches in it: all that wait in a wave wait together, and arrive in one batch after a restore', async () => {
    const target = await createBareDatabase()
    await sql`update waves set arriving = 3`.execute(database.db)
    for (const batch of [1, 2, 2, 3]) {
      await somebodyWaits(batch)
      await sql`insert into pending_codes values
        (${wave.place.studyId}, ${wave.place.waveId}, gen_random_uuid()::text, ${batch})`.execute(database.db)
    }
    await backUp()
    await restoreBackup(target.connectionString, { file: shelf.file, passphrase: REQUEST.passphrase })
    const { rows } = await sql`
      select 'answers' as what, batch, count(*)::int as waiting from pending_responses group by batch union all
      select 'codes', batch, count(*)::int from pending_codes group by batch`.execute(target.db)
    expect(rows).toEqual([
      { what: 'answers', batch: 3, waiting: 4 },
      { what: 'codes', batch: 3, waiting: 4 },
    ])
    await target.drop()
  })
})

describe('an installation', () => {
  it('remembers the first key that it used, and knows another one', async () => {
    expect(await knownKey(database.db)).toBeNull()
    expect(await rememberKey(database.db, 'first')).toBe(true)
    expect(await rememberKey(database.db, 'first')).toBe(true)
    expect(await rememberKey(database.db, 'second')).toBe(false)
    expect(await knownKey(database.db)).toBe('first')
  })
})
