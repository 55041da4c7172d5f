import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { listStudies } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../src/cli/run-command-line.ts'
import { ownSurroundings } from '../../src/cli/surroundings.ts'
import { STANDING_CLOCK } from '../started-server.ts'
import { run } from './command.ts'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk
let shelf: string
let passphrase: string

beforeAll(async () => {
  desk = await openDesk()
  await desk.study()
  passphrase = await desk.file('passphrase', 'juiste paardebatterij niet\nnot this\n')
  shelf = join(desk.folder, 'shelf')
})

afterAll(() => desk.end())

beforeEach(() => mkdirSync(shelf))

afterEach(async () => {
  rmSync(shelf, { recursive: true, force: true })
  await sql`truncate backups, pending_responses`.execute(desk.database.db)
})

const backUp = (...more: readonly string[]) =>
  desk.command('backup', '--to', shelf, '--passphrase-file', passphrase, ...more)

const somebodyWaits = () =>
  sql`insert into pending_responses
    (study_id, id, wave_id, batch, version, answers, empties, codes, numbers, language, channel, week, content_hash)
    select study_id, gen_random_uuid(), id, 1, 1, '{}', '{}', '{}', '{}', 'nl', 'web', '2026-W18', '' from waves`.execute(
    desk.database.db,
  )
const portionIsSealed = () => sql`truncate pending_responses`.execute(desk.database.db)

describe('somebody who makes a backup', () => {
  it('reads what was made, and finds it in the list', async () => {
    const file = join(shelf, 'klankbord-2026-11-22.backup')
    const { code, printed, warned } = await backUp()
    expect([code, warned]).toEqual([0, []])
    expect(printed).toEqual([expect.stringMatching(/^Backup: .*klankbord-2026-11-22\.backup \(\d+ kB, \d+ rows\)/)])
    const list = await desk.command('backup', 'list')
    expect(list.printed).toEqual([expect.stringMatching(/^2026-11-22 {2}.*\.backup {2}\d+ kB$/)])
    rmSync(file)
    expect((await desk.command('backup', 'list')).printed[0]).toMatch(/ \(not there\)$/)
  })

  it('gets a second file on the same day, and keeps as many as they want', async () => {
    writeFileSync(join(shelf, 'notes.backup'), 'mine')
    await backUp()
    await backUp()
    await backUp()
    expect(readdirSync(shelf)).toHaveLength(4)
    const { printed } = await backUp('--keep', '2')
    expect(printed.filter((line) => line.startsWith('Deleted: '))).toHaveLength(2)
    expect(readdirSync(shelf).toSorted()).toEqual([
      'klankbord-2026-11-22-3.backup',
      'klankbord-2026-11-22-4.backup',
      'notes.backup',
    ])
    expect((await desk.command('backup', 'list')).printed).toHaveLength(2)
  })

  it('has it restored somewhere else and compared, and nothing of that stays', async () => {
    const { code, printed } = await backUp('--verify')
    expect(code).toBe(0)
    expect(printed.at(-1)).toBe('It was restored and compared: every table reads back as it was.')
    expect(readdirSync(join(desk.folder, 'data'))).not.toContain('backup-check')
  })
})

describe('somebody whose backup was killed', () => {
  it('has the part deleted by the next one, and not what another is writing at the moment', async () => {
    const part = join(shelf, 'klankbord-2026-11-21.backup.unfinished')
    const other = join(shelf, 'klankbord-2026-11-22.backup.unfinished')
    writeFileSync(part, 'half')
    writeFileSync(other, 'half')
    utimesSync(part, new Date('2026-11-21T03:15:00Z'), new Date('2026-11-21T03:15:00Z'))
    utimesSync(other, STANDING_CLOCK.now(), STANDING_CLOCK.now())
    const { code, printed } = await backUp()
    expect([code, printed[0]]).toEqual([0, `Deleted: ${part} (a backup that was broken off)`])
    expect(readdirSync(shelf).toSorted()).toEqual([
      'klankbord-2026-11-22-2.backup',
      'klankbord-2026-11-22.backup.unfinished',
    ])
  })
})

describe('a backup made when it is past midnight where people live', () => {
  it('has the day of people, whatever the clock of the server says', async () => {
    const late = { now: () => new Date('2026-11-22T23:30:00Z') }
    const place = { ...ownSurroundings(), clock: late, ask: null }
    const environment = { ...place.environment, databaseUrl: desk.database.connectionString }
    const printed: string[] = []
    const terminal = { ...place.terminal, print: (text: string) => void printed.push(text) }
    const words = ['backup', '--to', shelf, '--passphrase-file', passphrase, '--data', join(desk.folder, 'data')]
    expect(await runCommandLine(words, { ...place, environment, terminal })).toBe(0)
    expect(printed[0]).toContain('klankbord-2026-11-23.backup')
  })
})

describe('somebody who cannot make a backup', () => {
  it('reads that a passphrase is needed, and a long one', async () => {
    expect((await desk.command('backup', '--to', shelf)).warned[0]).toMatch(/^no passphrase/)
    const short = await desk.file('short', 'geheim')
    const { code, warned } = await desk.command('backup', '--to', shelf, '--passphrase-file', short)
    expect([code, warned[0]]).toEqual([1, expect.stringMatching(/^passphrase is too short \(expected at least 12/)])
    expect(warned.join()).not.toContain('geheim')
  })

  it('reads that a file stands there already, or that the folder is not there', async () => {
    const there = join(shelf, 'a.backup')
    writeFileSync(there, 'mine')
    const to = (place: string) => desk.command('backup', '--to', place, '--passphrase-file', passphrase)
    expect((await to(there)).warned).toEqual([expect.stringMatching(/^file exists already: /)])
    expect(readFileSync(there, 'utf8')).toBe('mine')
    expect((await to(join(shelf, 'none', 'a.backup'))).warned).toEqual([
      expect.stringMatching(/^file cannot be written: .* \(it does not exist\)$/),
    ])
    expect((await desk.command('backup', '--to', there, '--keep', '0', '--passphrase-file', passphrase)).code).toBe(1)
    const keep = await desk.command('backup', '--to', join(shelf, 'b'), '--keep', '2', '--passphrase-file', passphrase)
    expect(keep.warned[0]).toMatch(/in a folder only/)
  })

  it('reads that there is no database in a folder without one', async () => {
    const data = join(desk.folder, 'empty')
    const finished = await run(['backup', '--to', shelf, '--passphrase-file', passphrase], { data, databaseUrl: null })
    expect([finished.code, finished.warned[0]]).toEqual([1, expect.stringMatching(/^no database in this folder/)])
    expect(existsSync(data)).toBe(false)
  })
})

describe('a backup from before sealing', () => {
  it('says so, and should be deleted once the portion is sealed', async () => {
    await somebodyWaits()
    expect((await backUp()).printed.at(-1)).toMatch(/^It holds answers of an anonymous wave that wait to be sealed/)
    expect((await desk.command('backup', 'list')).printed[0]).toMatch(/holds answers that wait to be sealed$/)
    expect((await desk.command('backup', 'expire')).printed).toEqual(['No backup has to be deleted.'])
    await portionIsSealed()
    expect((await desk.command('backup', 'list')).printed[0]).toMatch(/delete this file: it holds answers from before/)
  })

  it('is deleted when somebody says so, as soon as there is a newer one', async () => {
    await somebodyWaits()
    await backUp()
    await portionIsSealed()
    const early = await desk.command('backup', 'expire')
    expect([early.code, early.warned[0]]).toEqual([2, expect.stringMatching(/^Kept, for it is the newest backup/)])
    await backUp()
    const { code, printed } = await desk.command('backup', 'expire')
    expect([code, printed]).toEqual([
      0,
      [expect.stringMatching(/^Deleted: 2026-11-22 {2}.*klankbord-2026-11-22\.backup$/)],
    ])
    expect(readdirSync(shelf)).toEqual(['klankbord-2026-11-22-2.backup'])
    expect((await desk.command('backup', 'list')).printed).toHaveLength(1)
  })

  it('stays on the list while its disk lies in a drawer', async () => {
    const drawer = join(shelf, 'disk')
    mkdirSync(drawer)
    await somebodyWaits()
    await desk.command('backup', '--to', drawer, '--passphrase-file', passphrase)
    await portionIsSealed()
    await backUp()
    renameSync(drawer, join(shelf, 'away'))
    const away = await desk.command('backup', 'expire')
    expect([away.code, away.warned[0]]).toEqual([2, expect.stringMatching(/^Not within reach: 2026-11-22/)])
    expect((await desk.command('backup', 'list')).printed).toHaveLength(2)
    renameSync(join(shelf, 'away'), drawer)
    expect((await desk.command('backup', 'expire')).code).toBe(0)
    expect(readdirSync(drawer)).toEqual([])
  })
})

const restoreInto = (folder: string, file: string) =>
  run(['restore', file, '--passphrase-file', passphrase], { data: join(desk.folder, folder), databaseUrl: null })

describe('somebody who restores a backup on another machine', () => {
  it('gets the studies back in an empty folder, and reads that the key is still needed', async () => {
    await backUp()
    const file = join(shelf, 'klankbord-2026-11-22.backup')
    const first = await restoreInto('second', file)
    expect(first.code).toBe(0)
    expect(first.printed).toContain('  studies: 1 row')
    expect(first.printed.at(-1)).toMatch(/^Restored the backup of 2026-11-22, made from PostgreSQL 18\.\d+/)
    expect(first.warned).toEqual([expect.stringMatching(/^There is no key here yet\. Bring the key/)])
    expect(readdirSync(join(desk.folder, 'second'))).not.toContain('klankbord.key')
    const again = await restoreInto('second', file)
    expect([again.code, again.warned[0]]).toEqual([1, expect.stringMatching(/^database is not empty/)])
  })

  it('reads whether the key that is there is the right one, also at any later command', async () => {
    await backUp()
    const file = join(shelf, 'klankbord-2026-11-22.backup')
    const [right, wrong] = ['right', 'wrong'].map((name) => join(desk.folder, name)) as [string, string]
    mkdirSync(right)
    mkdirSync(wrong)
    const key = readFileSync(join(desk.folder, 'data', 'klankbord.key'), 'utf8')
    writeFileSync(join(right, 'klankbord.key'), key)
    writeFileSync(
      join(wrong, 'klankbord.key'),
      key.replace(/./, (sign) => (sign === '0' ? '1' : '0')),
    )
    const [first, second] = [await createTestDatabase(), await createTestDatabase()]
    const at = (data: string, { connectionString }: TestDatabase) => ({ data, databaseUrl: connectionString })
    const command = ['restore', file, '--passphrase-file', passphrase]
    expect((await run(command, at(right, first))).printed.at(-1)).toMatch(/^The key of this installation is the one/)
    expect((await run(command, at(wrong, second))).warned).toEqual([
      expect.stringMatching(/^key of the installation is another one/),
    ])
    const later = await run(['study', 'list'], at(wrong, second))
    expect([later.code, later.warned]).toEqual([1, [expect.stringMatching(/is another one/)]])
    expect((await run(['study', 'list'], at(right, first))).warned).toEqual([])
    await first.drop()
    await second.drop()
  })

  it('restores into a database of their own, by its address', async () => {
    await backUp()
    const other = await createTestDatabase()
    const file = join(shelf, 'klankbord-2026-11-22.backup')
    const address = ['--database', other.connectionString]
    const { code } = await desk.command('restore', file, '--passphrase-file', passphrase, ...address)
    expect(code).toBe(0)
    expect(await listStudies(other.db)).toEqual(await listStudies(desk.database.db))
    await other.drop()
  })

  it('reads that the passphrase is wrong or the file is not there', async () => {
    await backUp()
    const wrong = await desk.file('wrong-passphrase', 'een andere wachtzin')
    const file = join(shelf, 'klankbord-2026-11-22.backup')
    const restore = (from: string, secret: string) => desk.command('restore', from, '--passphrase-file', secret)
    expect((await restore(file, wrong)).warned).toEqual([expect.stringMatching(/does not open this backup/)])
    expect((await restore(`${file}x`, passphrase)).warned).toEqual([expect.stringMatching(/^file cannot be read/)])
  })
})
