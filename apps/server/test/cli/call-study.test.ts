import { listStudies } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk
let study: string

beforeAll(async () => {
  desk = await openDesk()
  expect((await desk.command('study', 'new', '--instrument', 'relatives')).code).toBe(0)
  study = (await listStudies(desk.database.db))[0]?.id ?? ''
})
afterAll(() => desk.end())

it('changes the number that people can call for help, tells it, and takes it away', async () => {
  const called = async (...words: readonly string[]): Promise<string> =>
    (await desk.command('study', 'telephone', study, ...words)).printed.join('\n')
  expect(await called()).toBe('There is no number to call for help.')
  expect(await called('--number', ' 030 123 45 67 ')).toBe('Number to call for help: 030 123 45 67')
  expect(await called()).toBe('Number to call for help: 030 123 45 67')
  expect(await called('--none')).toBe('There is no number to call for help.')
  const refused = await desk.command('study', 'telephone', study, '--number', '1')
  expect([refused.code, refused.warned.join('\n')]).toEqual([1, expect.stringContaining('not a telephone number')])
})

it('changes nothing where a number is given and taken away at once', async () => {
  await desk.command('study', 'telephone', study, '--number', '030 765 43 21')
  const both = await desk.command('study', 'telephone', study, '--none', '--number', '030 123 45 67')
  expect([both.code, both.warned.join('\n')]).toEqual([1, expect.stringContaining('cannot be used with')])
  expect((await desk.command('study', 'telephone', study)).printed).toEqual(['Number to call for help: 030 765 43 21'])
})
