import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDesk, type Desk } from './study-on-disk.ts'

const TEXT = 'Mevrouw Jansen was aardig'

let desk: Desk
let wave: string
let response: string

beforeAll(async () => {
  desk = await openDesk()
  wave = await desk.study()
  const file = await desk.file('answers.csv', ['safe,used__1,used__2,nights,story', `1,,,,${TEXT}`].join('\n'))
  await desk.command('responses', 'import', file, '--wave', wave)
  const { id } = await desk.database.db.selectFrom('responses').select('id').executeTakeFirstOrThrow()
  response = id
})
afterAll(() => desk.end())

const redact = (...more: readonly string[]): ReturnType<Desk['command']> => {
  const which = ['--wave', wave, '--response', response, '--variable', 'story']
  return desk.command('responses', 'redact', ...which, '--why', 'Een naam', '--by', 'Pim', ...more)
}

const story = async (): Promise<unknown> =>
  (await desk.database.db.selectFrom('responses').select('answers').executeTakeFirstOrThrow()).answers['story']

it('asks which words, and refuses what is no place in a text', async () => {
  expect((await redact()).warned.join()).toContain('--stretch')
  expect((await redact('--stretch', '0-4', '--whole')).code).toBe(1)
  expect((await redact('--stretch', 'Jansen')).code).not.toBe(0)
  expect((await redact('--stretch', '8-900')).code).toBe(1)
  expect(await story()).toBe(TEXT)
})

it('takes stretches out of an answer, and prints no word of it', async () => {
  const { code, printed, warned } = await redact('--stretch', '0-7', '--stretch', '8-14')
  expect([code, await story()]).toEqual([0, '[…] […] was aardig'])
  expect([...printed, ...warned].join()).not.toMatch(/Jansen|aardig/)
})

it('takes out all of it', async () => {
  expect((await redact('--whole')).code).toBe(0)
  expect(await story()).toBe('[…]')
})
