import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { textHash } from '@klankbord/model'
import { findWaveByAddress, redeemSignInLink, savePlan } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeVerdict } from '../../src/cli/doctor.ts'
import { STANDING_CLOCK } from '../started-server.ts'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk.end())

describe('somebody who keeps the server', () => {
  it('adds a colleague and gets a link that signs in once, for a day', async () => {
    const { code, printed } = await desk.command('user', 'add', 'Fatima', '--url', 'https://meedoen.example/')
    expect(code).toBe(0)
    expect(printed[0]).toContain('Fatima was added')
    const token = /^https:\/\/meedoen\.example\/studio\/sign-in#(\S+)$/.exec(printed[1] ?? '')?.[1] ?? ''
    const later = (hours: number): Date => new Date(STANDING_CLOCK.now().getTime() + hours * 3_600_000)
    expect(await redeemSignInLink(desk.database.db, textHash(token), later(24))).toBeNull()
    expect(await redeemSignInLink(desk.database.db, textHash(token), later(23))).toMatchObject({ name: 'Fatima' })
    expect(await redeemSignInLink(desk.database.db, textHash(token), later(23))).toBeNull()
  })

  it('reads that a migrated database is up to date', async () => {
    expect(await desk.command('migrate')).toEqual({ code: 0, printed: ['The database is up to date.'], warned: [] })
  })

  it('reads which command was probably meant', async () => {
    expect(await desk.command('publich')).toMatchObject({
      code: 1,
      printed: [],
      warned: ["error: unknown command 'publich'", '(Did you mean publish?)'],
    })
    expect((await desk.command('publish')).warned).toEqual(["error: required option '--wave <address>' not specified"])
  })

  it('has an exit code of 0 for asking help', async () => {
    const { code, printed } = await desk.command('serve', '--help')
    expect(code).toBe(0)
    expect(printed.join('\n')).toContain('--no-sample')
  })
})

describe('a researcher who publishes', () => {
  it('reads where the results are and finds them in the list', async () => {
    const address = await desk.study()
    const rows = Array.from({ length: 40 }, (_, place) => `${1 + (place % 2)},1,0,,`)
    const file = await desk.file('in.csv', ['safe,used__1,used__2,nights,story', ...rows].join('\n'))
    await desk.command('responses', 'import', file, '--wave', address)
    const { code, printed } = await desk.command('publish', '--wave', address)
    expect(code).toBe(0)
    const place = /^Edition 1 of \S+ is published at (\/r\/[0-9a-f-]{36})$/.exec(printed.join('\n'))?.[1]
    const list = await desk.command('study', 'list')
    expect(list.printed).toContain(`  ${address}  First round: open, open, 40 answers`)
    expect(list.printed).toContain(`    ${place}  edition 1, 2026-11-22`)
  })

  it('reads what of the plan is not in the edition', async () => {
    const other = await openDesk({ seed: 2 })
    const address = await other.study()
    const found = await findWaveByAddress(other.database.db, address)
    const breakdowns = [{ variable: 'nights' }]
    await savePlan(other.database.db, found?.study.id ?? '', { questions: ['safe', 'story'], breakdowns })
    const rows = Array.from({ length: 40 }, (_, place) => `${1 + (place % 2)},1,0,,`)
    const file = await other.file('in.csv', ['safe,used__1,used__2,nights,story', ...rows].join('\n'))
    await other.command('responses', 'import', file, '--wave', address)
    expect((await other.command('publish', '--wave', address)).warned.at(-1)).toMatch(
      /^Left out .* counted: story, nights\.$/,
    )
    await other.end()
  })

  it('reads one sentence when too few people answered', async () => {
    const { code, printed, warned } = await desk.command('publish', '--wave', await desk.study())
    expect([code, printed]).toEqual([1, []])
    expect(warned).toEqual([expect.stringMatching(/^too few responses to publish anything/)])
  })
})

describe('the doctor', () => {
  it('says of each thing whether it is good', async () => {
    const { printed } = await desk.command('doctor')
    expect(printed).toHaveLength(5)
    expect(printed).toContain('good  The database answers and is up to date.')
    expect(printed[1]).toMatch(/^good {2}The data folder can be written/)
  })

  it('finds a database that is away, and makes nothing where nothing is yet', async () => {
    const away = await openDesk({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/none' })
    const first = await away.command('doctor')
    expect(first.code).toBe(1)
    expect(first.printed).toContain('BAD   The database cannot be used: the database does not answer (try again).')
    await away.end()
    const fresh = await openDesk({ databaseUrl: null })
    const second = await fresh.command('doctor')
    expect(second.printed).toContain('good  There is no database yet; it will be made at the first start.')
    expect(second.printed[1]).toMatch(/^good {2}The data folder will be made at the first start/)
    await fresh.end()
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

  it.each([
    ['18.20.8', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['22.1.0', true],
    ['24.0.0', true],
  ])('finds Node.js %s new enough: %s', (version, good) => {
    expect(nodeVerdict(version).good).toBe(good)
  })
})
