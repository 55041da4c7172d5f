import { findWaveByAddress, organisationNamed, readAuditLog } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Finished } from './command.ts'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk
let runs = 0
let study: string

beforeAll(async () => {
  desk = await openDesk()
  study = (await findWaveByAddress(desk.database.db, await desk.study()))?.study.id ?? ''
  await organisationNamed(desk.database.db, 'Cliëntenraad')
})
afterAll(() => desk.end())

/** Runs a `user` command; each has randomness of its own, as links do. */
const user = (...words: readonly string[]): Promise<Finished> => {
  runs += 1
  return desk.command(['user', ...words], { seed: runs })
}

const organisationOf = async (): Promise<string> => {
  const row = await desk.database.db
    .selectFrom('organisations')
    .selectAll()
    .where('name', '<>', 'Cliëntenraad')
    .execute()
  return row[0]?.name ?? ''
}

it('adds nobody who would see nothing, and says what to give', async () => {
  const add = async (...words: readonly string[]): Promise<unknown> => {
    const { code, printed, warned } = await user('add', 'Bep', ...words)
    expect([code, printed]).toEqual([1, []])
    return warned[0]
  }
  expect(await add()).toMatch(/^Nobody was added: without a role/)
  expect(await add('--organisation', 'Cliëntenraad')).toMatch(/^Nobody was added: say with --role/)
  expect(await add('--role', 'viewer')).toMatch(/^Nobody was added: say with --organisation/)
  expect(await add('--role', 'viewer', '--organisation', 'Clientenraad')).toBe('unknown organisation: Clientenraad')
  expect(await add('--role', 'viewer', '--organisation', 'Cliëntenraad', '--study', study)).toMatch(/^unknown study/)
  expect(await add('--role', 'boss', '--organisation', 'Cliëntenraad')).toMatch(/argument 'boss' is invalid/)
  expect(await add('--administrator', '--email', 'bep')).toMatch(/Expected an e-mail address/)
  expect((await user('list')).printed).toEqual(['Nobody was added yet.'])
})

it('lists who there is, as what, and with or without a second factor', async () => {
  const organisation = await organisationOf()
  await user('add', 'Ans', '--administrator', '--email', 'Ans@voorbeeldstad.example')
  await user('add', 'Bep', '--role', 'viewer', '--organisation', 'Cliëntenraad')
  const added = await desk.command(
    'user',
    'add',
    'Cor',
    '--role',
    'researcher',
    '--organisation',
    organisation,
    '--study',
    study,
    '--url',
    'https://meedoen.example',
  )
  expect([added.code, added.warned]).toEqual([0, []])
  expect((await user('list')).printed).toEqual([
    'Ans  ans@voorbeeldstad.example  no second factor',
    '  administrator of the installation',
    'Bep  –  no second factor',
    '  viewer at Cliëntenraad',
    'Cor  –  no second factor',
    `  researcher at ${organisation}, for study ${study} only`,
  ])
})

it('takes an address once, and tells people of the same name apart by it', async () => {
  const again = await user('add', 'Ans', '--administrator', '--email', 'ans@voorbeeldstad.example')
  expect([again.code, again.warned]).toEqual([1, ['e-mail address belongs to another account']])
  await user('add', 'Ans', '--administrator', '--email', 'ans@elders.example')
  expect((await user('link', 'Ans')).warned).toEqual([
    expect.stringMatching(/^more than one user has this name: Ans \(expected the e-mail address or the id/),
  ])
  const link = await user('link', 'ANS@voorbeeldstad.example', '--url', 'https://meedoen.example')
  expect([link.code, link.warned, link.printed[1]]).toEqual([0, [], expect.stringMatching(/sign-in#\S+$/)])
})

it('restores access: password, second factor and sessions are gone, a link is there, and it is written down', async () => {
  const { db } = desk.database
  const email = 'ans@voorbeeldstad.example'
  const ans = await db.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirstOrThrow()
  const [moment, base] = [new Date(), { user_id: ans.id, id: ans.id }]
  const stamps = { created_at: moment, updated_at: moment }
  await db
    .insertInto('two_factors')
    .values({ ...base, secret: 's', backup_codes: 'b' })
    .execute()
  await db
    .insertInto('credentials')
    .values({ ...base, ...stamps, account_id: ans.id, provider_id: 'credential', password: 'p' })
    .execute()
  await db
    .insertInto('sessions')
    .values({ ...base, ...stamps, token: 't', expires_at: moment })
    .execute()
  await db.updateTable('users').set({ two_factor_enabled: true }).where('id', '=', ans.id).execute()
  const { code, printed, warned } = await user('restore', email, '--url', 'https://meedoen.example')
  expect(warned).toEqual([])
  expect([code, printed[0]]).toEqual([0, expect.stringMatching(/^Ans has no password and no second factor any more/)])
  expect(printed[1]).toMatch(/sign-in#\S+$/)
  for (const table of ['two_factors', 'credentials', 'sessions'] as const) {
    expect(await db.selectFrom(table).select('id').where('user_id', '=', ans.id).execute()).toEqual([])
  }
  expect((await user('list')).printed).toContain(`Ans  ${email}  no second factor`)
  const [entry] = await readAuditLog(db, { limit: 1 })
  expect(entry).toMatchObject({ action: 'access.restored', user: null, details: { member: ans.id } })
})
