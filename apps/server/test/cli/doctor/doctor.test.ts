import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addBackup } from '@klankbord/storage'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { examine } from '../../../src/cli/doctor.ts'
import { keyVerdicts } from '../../../src/cli/doctor/key-verdicts.ts'
import { machineVerdicts } from '../../../src/cli/doctor/machine-verdicts.ts'
import { ownSurroundings, type Surroundings } from '../../../src/cli/surroundings.ts'
import { readEnvironment } from '../../../src/config.ts'
import { run } from '../command.ts'
import { openDesk, type Desk } from '../study-on-disk.ts'

const TEST_ASSETS = {
  studio: fileURLToPath(new URL('../../assets/studio/', import.meta.url)),
  report: fileURLToPath(new URL('../../assets/report/', import.meta.url)),
  respond: fileURLToPath(new URL('../../assets/respond/', import.meta.url)),
}

let desk: Desk
let address: string

beforeAll(async () => {
  desk = await openDesk()
  address = await desk.study()
})

afterAll(() => desk.end())

const bad = async (): Promise<readonly string[]> =>
  (await desk.command('doctor')).printed.filter((line) => line.startsWith('BAD') && !USUAL.test(line))

/** The clock of these tests stands still, and their server does not wait for its disk. */
const USUAL = /clock of the database is|Answers that were acknowledged can be lost|Settings of the database/

describe('the doctor in an installation that works', () => {
  it('says of each thing whether it is good, and changes nothing', async () => {
    const before = readdirSync(join(desk.folder, 'data'))
    const { printed } = await desk.command('doctor')
    expect(await bad()).toEqual([])
    for (const sentence of [
      'good  The database answers and is up to date.',
      'good  Answers, codes, waves and publications fit together.',
      'good  Every wave whose days of grace are over has ended.',
      'good  Pages on the disk have checksums.',
      'good  There is a key, apart from the data.',
    ]) {
      expect(printed).toContain(sentence)
    }
    expect(printed.join('\n')).toMatch(/good {2}All \d\d indexes fit their tables\./)
    expect(printed.join('\n')).toMatch(/LOOK {2}No backup was made with "klankbord backup"/)
    expect(readdirSync(join(desk.folder, 'data'))).toEqual(before)
  })

  it('has an exit code of 1 for anything that is bad', async () => {
    const { code, printed } = await desk.command('doctor')
    expect(printed.join('\n')).toMatch(/BAD {3}The clock of the database is [\d,]+ seconds apart/)
    expect(code).toBe(1)
  })
})

describe('the doctor in an installation that was just made', () => {
  it('has nothing bad to say of an embedded database, and asks to think of the key and of backups', async () => {
    const data = join(desk.folder, 'fresh')
    await run(['migrate'], { data, databaseUrl: null })
    const lines: string[] = []
    const environment = { ...readEnvironment({}), assets: TEST_ASSETS }
    const terminal = { ...ownSurroundings().terminal, print: (text: string) => void lines.push(text) }
    expect(await examine({ ...ownSurroundings(), environment, terminal }, { data })).toBe(0)
    const attention = lines.filter((line) => !line.startsWith('good'))
    expect(attention).toEqual([
      expect.stringMatching(/^LOOK {2}The key lies beside the data/),
      expect.stringMatching(/^LOOK {2}No backup was made/),
    ])
    expect(lines).toContain('good  The clock of the database is right with that of this computer.')
    expect(lines).toContain('good  No setting of the database keeps who came when, or what they said.')
  })
})

describe('the doctor in an installation with something wrong', () => {
  afterEach(async () => {
    await sql`truncate backups, drafts`.execute(desk.database.db)
    await sql`update waves set state = 'open', closed_on = null`.execute(desk.database.db)
  })

  it('finds rows that belong to nothing', async () => {
    await sql`insert into drafts (study_id, id, wave_id, revision, answers, language, asked)
      select study_id, gen_random_uuid(), gen_random_uuid(), 1, '{}', 'nl', '[]' from studies`.execute(desk.database.db)
    expect(await bad()).toEqual([expect.stringMatching(/^BAD {3}1 row in drafts of a wave that is not there/)])
  })

  it('finds a wave that should have ended', async () => {
    await sql`update waves set state = 'closed', closed_on = '2026-10-01'`.execute(desk.database.db)
    expect(await bad()).toEqual([expect.stringContaining(`the wave has not ended: ${address}. Start the server`)])
  })

  it('finds what is still to be removed from log and files, which the next round removes', async () => {
    await sql`insert into clearings (study_id, tables) select study_id, '{}' from studies`.execute(desk.database.db)
    expect(await bad()).toEqual([
      'BAD   What was sealed or deleted may still stand in the write-ahead log or in freed rows (1 time). ' +
        'Start the server, or run "klankbord retention run": it removes that, or says what keeps it.',
    ])
    await desk.command('retention', 'run')
    expect(await bad()).toEqual([])
  })

  it('finds that the newest backup is old, and that one should be deleted', async () => {
    const backup = { file: await desk.file('b', ''), bytes: 1, sha256: '' }
    const gone = { studyId: address, waveId: address, batch: 1 }
    await addBackup(desk.database.db, { ...backup, madeOn: '2026-11-01', unsealed: [gone] })
    expect(await bad()).toEqual([expect.stringMatching(/^BAD {3}1 backup holds answers from before sealing/)])
    const { printed } = await desk.command('doctor')
    expect(printed.join('\n')).toMatch(/LOOK {2}The newest backup is 21 days old/)
    await addBackup(desk.database.db, { ...backup, madeOn: '2026-11-22', unsealed: [] })
    expect((await desk.command('doctor')).printed).toContain('good  The newest backup is of today.')
  })

  it('says nothing bad of a backup that is gone, as after a restore that brought an old list, and where a part was left', async () => {
    const gone = { studyId: address, waveId: address, batch: 1 }
    const away = { file: join(desk.folder, 'thrown-away.backup'), bytes: 1, sha256: '' }
    await addBackup(desk.database.db, { ...away, madeOn: '2026-11-20', unsealed: [gone] })
    expect(await bad()).toEqual([])
    expect((await desk.command('doctor')).printed.join('\n')).toMatch(/LOOK {2}The newest backup is not where it was/)
    const part = await desk.file('klankbord-2026-11-20.backup.unfinished', 'half')
    utimesSync(part, new Date('2026-11-20T03:00:00Z'), new Date('2026-11-20T03:00:00Z'))
    expect((await desk.command('doctor')).printed.join('\n')).toContain(
      `LOOK  A backup was broken off and left a part: ${part}`,
    )
    rmSync(part)
    await addBackup(desk.database.db, { ...away, file: '/a/disk/in/a/drawer', madeOn: '2026-11-21', unsealed: [gone] })
    expect(await bad()).toEqual([expect.stringMatching(/^BAD {3}1 backup holds answers from before sealing/)])
  })

  it('finds a key that is missing, that others can read, or that is another one', async () => {
    const file = join(desk.folder, 'data', 'klankbord.key')
    const key = readFileSync(file, 'utf8')
    renameSync(file, `${file}.away`)
    expect(await bad()).toEqual([expect.stringMatching(/^BAD {3}key of the installation is not there/)])
    expect(readdirSync(join(desk.folder, 'data'))).not.toContain('klankbord.key')
    writeFileSync(file, 'ab'.repeat(32), { mode: 0o600 })
    expect(await bad()).toEqual([expect.stringMatching(/^BAD {3}key of the installation is another one/)])
    writeFileSync(file, key.slice(1))
    expect(await bad()).toEqual([expect.stringMatching(/^BAD {3}key of the installation is damaged/)])
    rmSync(file)
    renameSync(`${file}.away`, file)
    chmodSync(file, 0o644)
    expect(await bad()).toEqual([expect.stringMatching(/^BAD {3}Others can read the key/)])
    chmodSync(file, 0o600)
  })

  it('finds tables of another version of the program', async () => {
    await sql`insert into kysely_migration values ('9999-later', '')`.execute(desk.database.db)
    expect(await bad()).toEqual([expect.stringContaining('A newer version made the tables (9999-later)')])
    await sql`delete from kysely_migration where name = '9999-later'`.execute(desk.database.db)
    const other = await openDesk()
    await sql`drop table kysely_migration, kysely_migration_lock`.execute(other.database.db)
    const { printed } = await other.command('doctor')
    expect(printed.join('\n')).toMatch(/BAD {3}The database answers, but was not brought up to date/)
    await other.end()
  })

  it('finds a database that is away, and makes nothing where nothing is yet', async () => {
    const away = await openDesk({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/none' })
    const first = await away.command('doctor')
    expect(first.code).toBe(1)
    expect(first.printed).toContain('BAD   The database cannot be used: the database does not answer (try again).')
    await away.end()
    const fresh = await openDesk({ databaseUrl: null })
    const second = await fresh.command('doctor')
    expect(second.code).toBe(1)
    expect(second.printed.join('\n')).toMatch(/BAD {3}There is no database in this folder: .* --data or KLANKBORD_DATA/)
    expect(second.printed).toContain('good  There is no key yet; it will be made at the first start.')
    expect(second.printed[1]).toMatch(/^good {2}The data folder will be made at the first start/)
    expect(readdirSync(fresh.folder)).toEqual([])
    await fresh.end()
  })

  it('finds an index that does not hold every row of its table, and says what to do', async () => {
    const { db } = desk.database
    const ready = (is: boolean): Promise<unknown> =>
      sql`update pg_index set indisready = ${is} where indexrelid = 'responses_of_wave'::regclass`.execute(db)
    await ready(false)
    await sql`insert into responses (study_id, id, wave_id, version, answers, empties, codes, numbers, language, channel,
        week, content_hash)
      select study_id, gen_random_uuid(), id, version, '{}', '{}', '{}', '{}', 'nl', 'web', '2026-W47', ''
      from waves`.execute(db)
    await ready(true)
    expect(await bad()).toEqual([
      expect.stringMatching(
        /^BAD {3}Indexes do not fit their tables: responses_of_wave\. Make a backup, run "REINDEX"/,
      ),
    ])
    await sql`reindex table responses`.execute(db)
    expect(await bad()).toEqual([])
  })

  it('finds that files of the studio are missing', async () => {
    const nowhere = join(desk.folder, 'no-files')
    const assets = { ...TEST_ASSETS, studio: nowhere }
    const environment = { ...readEnvironment({}), assets }
    const verdicts = await machineVerdicts({ ...ownSurroundings(), environment }, desk.folder)
    expect(verdicts.filter(({ state }) => state === 'bad')).toEqual([
      { state: 'bad', sentence: expect.stringMatching(/^Browser files are missing: .*no-files.*index\.html\. Run/) },
    ])
  })

  it('finds a file where the data folder should be', async () => {
    const file = join(desk.folder, 'file')
    writeFileSync(file, '')
    const wrong = await openDesk({ data: file, databaseUrl: null })
    const { code, printed } = await wrong.command('doctor')
    expect(code).toBe(1)
    expect(printed[1]).toMatch(/^BAD {3}The data folder cannot be written/)
    await wrong.end()
  })
})

describe('the doctor about where the key lies', () => {
  const place = (env: Readonly<Record<string, string>>): Surroundings => ({
    ...ownSurroundings(),
    environment: readEnvironment(env),
  })

  it('asks to look when it lies beside an embedded database, and not when it lies apart', () => {
    const data = join(desk.folder, 'beside')
    mkdirSync(data)
    writeFileSync(join(data, 'klankbord.key'), 'ab'.repeat(32), { mode: 0o600 })
    expect(keyVerdicts(place({}), data, null)).toMatchObject([{ state: 'look' }])
    const apart = join(desk.folder, 'apart.key')
    writeFileSync(apart, 'ab'.repeat(32), { mode: 0o600 })
    expect(keyVerdicts(place({ KLANKBORD_KEY_FILE: apart }), data, null)).toMatchObject([{ state: 'good' }])
    expect(keyVerdicts(place({ KLANKBORD_KEY: 'ab'.repeat(32) }), data, null)).toMatchObject([{ state: 'good' }])
    expect(keyVerdicts(place({ KLANKBORD_KEY: 'ab' }), data, null)).toMatchObject([{ state: 'bad' }])
  })
})

describe('the doctor about proxies', () => {
  const said = async (env: Readonly<Record<string, string>>) =>
    (await machineVerdicts({ ...ownSurroundings(), environment: readEnvironment(env) }, desk.folder)).filter(
      ({ sentence }) => /KLANKBORD_|through/.test(sentence),
    )

  it.each([
    [{}, []],
    [{ KLANKBORD_URL: 'https://meedoen.example' }, ['good']],
    [{ KLANKBORD_URL: 'http://meedoen.example' }, ['look']],
    [{ KLANKBORD_URL: 'https://meedoen.example', KLANKBORD_PROXIES: '0' }, ['look']],
    [{ KLANKBORD_PROXIES: '1' }, ['look']],
  ])('says of %j: %j', async (env, states) => {
    expect((await said(env as Readonly<Record<string, string>>)).map(({ state }) => state)).toEqual(states)
  })
})
