import { listPublications, listStudies } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk
let wave: string

beforeAll(async () => {
  desk = await openDesk()
  wave = await desk.study()
  const answers = Array.from({ length: 30 }, (_, place) => `${1 + (place % 2)},1,0,,`)
  await done(
    'responses',
    'import',
    await desk.file('in.csv', ['safe,used__1,used__2,nights,story', ...answers].join('\n')),
    '--wave',
    wave,
  )
})
afterAll(() => desk.end())

async function done(...words: readonly string[]): Promise<readonly string[]> {
  const { code, printed, warned } = await desk.command(...words)
  expect([words.join(' '), code, warned]).toEqual([words.join(' '), 0, []])
  return printed
}

const problemOf = async (...words: readonly string[]): Promise<string> =>
  (await desk.command(...words)).warned.join('\n')

it('a plan is printed, changed in a file, fixed, and published by, with an address for each audience', async () => {
  const plan = JSON.parse((await done('publication', 'plan', wave)).join('\n')) as Record<string, unknown>
  const audiences = [{ audience: 'clients', questions: ['safe'] }, { audience: 'municipality' }]
  const file = await desk.file('plan.json', JSON.stringify({ ...plan, audiences }))
  expect(await done('publication', 'plan', wave, file)).toEqual(['Saved. What was fixed for a round stays as it was.'])
  const [fixed, before] = await done('publication', 'fix-plan', wave)
  expect(fixed).toMatch(new RegExp(`^The plan of ${wave} is fixed as of \\d{4}-\\d\\d-\\d\\d, hash [0-9a-f]{64}$`))
  expect(before).toBe('Nobody had looked at its results, as far as the log of staff knows.')
  const [published = '', ...addresses] = await done('publish', wave)
  const id = /\/r\/(\S+)/.exec(published)?.[1] ?? ''
  expect(addresses).toEqual([`  for clients  /r/${id}?for=clients`, `  for municipality  /r/${id}?for=municipality`])
})

it('an edition that corrects another is published with its reason, and without one where it has none', async () => {
  const texts = await desk.file('texts.json', '{ "texts": { "introduction": { "nl": "Dank u." } } }')
  await done('publication', 'texts', wave, texts, '--by', 'Fatima')
  expect(await problemOf('publish', wave, '--update')).toContain('no answers came since edition 1')
  expect(await problemOf('publish', wave, '--correction', 'other')).toContain('says nothing')
  expect(await problemOf('publish', wave, '--update', '--correction', 'wrongWords')).toContain('cannot be used with')
  const why = ['--correction', 'wrongWords', '--words', 'De inleiding ontbrak.']
  expect(await desk.command(['publish', wave, ...why], { seed: 2 })).toMatchObject({ code: 0, warned: [] })
  const [study] = await listStudies(desk.database.db)
  const [, second] = await listPublications(desk.database.db, study?.id ?? '')
  expect(second?.correction).toMatchObject({ edition: 1, reason: 'wrongWords', words: 'De inleiding ontbrak.' })
})

it('a plan that gives an audience what it does not have is refused, as is one audience twice', async () => {
  const refused = async (audiences: unknown): Promise<string> => {
    const plan = { questions: ['safe'], breakdowns: [], audiences }
    return problemOf('publication', 'plan', wave, await desk.file('strange.json', JSON.stringify(plan)))
  }
  expect(await refused([{ audience: 'clients', questions: ['nights'] }])).toContain('clients, nights')
  expect(await refused([{ audience: 'clients', breakdowns: ['used'] }])).toContain('clients, used')
  expect(await refused([{ audience: 'clients' }, { audience: 'clients' }])).toContain('clients, clients')
  expect(await refused([{ audience: 'press' }])).toContain('plan')
})
