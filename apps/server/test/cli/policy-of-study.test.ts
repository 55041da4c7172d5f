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

it('prints the rules of a study, raises one, and refuses to lower it', async () => {
  const rules = async (...words: readonly string[]): Promise<string> =>
    (await desk.command('study', 'policy', study, ...words)).printed.join('\n')
  expect(await rules()).toBe(
    [
      'Least group: 10 people. Smaller groups are not shown.',
      'Indication: groups of 10 to 29 people are shown as an indication, without a verdict.',
      'Sensitive answers: counts of 1 to 4 are hidden.',
    ].join('\n'),
  )
  expect(await rules('--least-group', '15', '--sensitive-cell', '5')).toContain('Least group: 15 people.')
  expect(await rules()).toContain('counts of 1 to 5 are hidden')
  const refused = await desk.command('study', 'policy', study, '--least-group', '12')
  expect([refused.code, refused.warned.join('\n')]).toEqual([
    1,
    expect.stringContaining('policy of a study is never lowered: leastGroup to 12 (it is 15)'),
  ])
  expect(await rules()).toContain('Least group: 15 people.')
})
