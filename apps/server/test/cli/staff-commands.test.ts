import { textHash } from '@klankbord/model'
import {
  createUser,
  findUser,
  findWaveByAddress,
  listPublications,
  redeemSignInLink,
  savePlan,
} from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STANDING_CLOCK } from '../started-server.ts'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk.end())

/** Who comes in by a link. */
async function signedInBy(token: string, now: Date): Promise<string | undefined> {
  const id = await redeemSignInLink(desk.database.db, textHash(token), now)
  return (await findUser(desk.database.db, id ?? ''))?.name
}

describe('somebody who keeps the server', () => {
  it('adds a colleague and gets a link that signs in once, for a day', async () => {
    const { code, printed } = await desk.command(
      'user',
      'add',
      'Fatima',
      '--administrator',
      '--url',
      'https://meedoen.example/',
    )
    expect(code).toBe(0)
    expect(printed[0]).toContain('Fatima was added')
    const token = /^https:\/\/meedoen\.example\/studio\/sign-in#(\S+)$/.exec(printed[1] ?? '')?.[1] ?? ''
    const later = (hours: number): Date => new Date(STANDING_CLOCK.now().getTime() + hours * 3_600_000)
    expect(await redeemSignInLink(desk.database.db, textHash(token), later(24))).toBeNull()
    expect(await signedInBy(token, later(23))).toBe('Fatima')
    expect(await redeemSignInLink(desk.database.db, textHash(token), later(23))).toBeNull()
  })

  it('gets another link for a colleague who lost theirs, and reads who there are for one who was never added', async () => {
    const { code, printed } = await desk.command('user', 'link', 'Fatima')
    expect([code, printed[0]]).toEqual([0, expect.stringMatching(/^Fatima: this link signs in once/)])
    const token = /sign-in#(\S+)$/.exec(printed[1] ?? '')?.[1] ?? ''
    expect(await signedInBy(token, STANDING_CLOCK.now())).toBe('Fatima')
    expect((await desk.command('user', 'link', 'Fatma')).warned).toEqual([
      'unknown user: Fatma (expected Fatima; "klankbord user add" adds somebody)',
    ])
  })

  it('reads that a colleague was added before, and adds nobody', async () => {
    await createUser(desk.database.db, { name: 'Ans' })
    const { code, warned } = await desk.command('user', 'add', 'Ans', '--administrator')
    expect([code, warned[0]]).toEqual([1, expect.stringMatching(/^user exists already: Ans \("klankbord user link"/)])
  })

  it('chooses between two colleagues of one name by their id', async () => {
    const [one, other] = [
      await createUser(desk.database.db, { name: 'Mo' }),
      await createUser(desk.database.db, { name: 'Mo' }),
    ]
    const doubt = await desk.command('user', 'link', 'Mo')
    expect([doubt.code, doubt.printed]).toEqual([1, []])
    for (const { id } of [one, other]) expect(doubt.warned[0]).toContain(id)
    expect((await desk.command(['user', 'link', other.id], { seed: 21 })).printed[0]).toMatch(/^Mo: this link/)
  })

  it('is warned of a link that works on this computer only', async () => {
    await createUser(desk.database.db, { name: 'Iris' })
    let seed = 30
    const link = async (...where: readonly string[]) =>
      (await desk.command(['user', 'link', 'Iris', ...where], { seed: seed++ })).warned
    expect(await link()).toEqual([expect.stringMatching(/^http:\/\/localhost:8080 is reached from this computer only/)])
    expect(await link('--url', 'http://127.0.0.1:9000')).toHaveLength(1)
    expect(await link('--url', 'https://meedoen.example')).toEqual([])
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
    expect((await desk.command('publish')).warned).toEqual(['no wave was named (expected its address)'])
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

  it('publishes for members alone, and reads that it is so', async () => {
    const other = await openDesk({ seed: 3 })
    const address = await other.study()
    const rows = Array.from({ length: 40 }, (_, place) => `${1 + (place % 2)},1,0,,`)
    const file = await other.file('in.csv', ['safe,used__1,used__2,nights,story', ...rows].join('\n'))
    await other.command('responses', 'import', file, '--wave', address)
    const { printed } = await other.command('publish', '--wave', address, '--members')
    expect(printed.join('\n')).toMatch(/^Edition 1 of \S+ is published for members at \/r\/[0-9a-f-]{36}$/)
    const found = await findWaveByAddress(other.database.db, address)
    expect(await listPublications(other.database.db, found?.study.id ?? '')).toMatchObject([
      { state: 'members', publicSince: null },
    ])
    await other.end()
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
