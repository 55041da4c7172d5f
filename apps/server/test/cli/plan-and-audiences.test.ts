import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listPublications, listStudies } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk
let wave: string

beforeAll(async () => {
  desk = await openDesk({ report: fileURLToPath(new URL('../assets/report/', import.meta.url)) })
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

it('a publication is written into a folder that needs no server: pages, data and figures, for each audience too', async () => {
  const [study] = await listStudies(desk.database.db)
  const [first] = await listPublications(desk.database.db, study?.id ?? '')
  const id = first?.id ?? ''
  const folder = join(desk.folder, 'site')
  const at = 'https://open.voorbeeldstad.example/opvang'
  const [said] = await done('publication', 'site', id, folder, '--static-address', at)
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  expect(said).toContain(`${files.filter((file) => file.isFile()).length} files written to ${folder}`)
  for (const name of ['index.html', 'report.js', 'publication.xlsx', 'figure/account.html', 'for-clients/index.html'])
    expect((await readFile(join(folder, name))).length).toBeGreaterThan(5)
  expect(await readFile(join(folder, 'index.html'), 'utf8')).toContain(`src=&quot;${at}/figure/account.html&quot;`)
  expect(await problemOf('publication', 'site', id, folder)).toContain('file exists already')
  expect(await problemOf('publication', 'site', 'none', join(desk.folder, 'other'))).toContain('none')
  const unbuilt = await desk.command(['publish', wave, '--static', join(desk.folder, 'x')], { report: desk.folder })
  expect(unbuilt.warned.join('')).toContain('script of the council page is not there')
  // What is published into a folder that is not empty is not published at all.
  expect(await problemOf('publish', wave, '--static', folder)).toContain('file exists already')
  expect(await problemOf('publish', wave, '--static', join(desk.folder, 'x'), '--members')).toContain(
    'cannot be used with',
  )
  expect(await listPublications(desk.database.db, study?.id ?? '')).toHaveLength(1)
})

it('an edition that corrects another is published with its reason, and without one where it has none', async () => {
  const texts = await desk.file('texts.json', '{ "texts": { "introduction": { "nl": "Dank u." } } }')
  await done('publication', 'texts', wave, texts, '--by', 'Fatima')
  expect(await problemOf('publish', wave, '--update')).toContain('no answers came since edition 1')
  expect(await problemOf('publish', wave, '--correction', 'other')).toContain('says nothing')
  expect(await problemOf('publish', wave, '--update', '--correction', 'wrongWords')).toContain('cannot be used with')
  const why = ['--correction', 'wrongWords', '--words', 'De inleiding ontbrak.']
  const folder = join(desk.folder, 'second')
  const corrected = await desk.command(['publish', wave, ...why, '--static', folder], { seed: 2 })
  expect(corrected).toMatchObject({ code: 0, warned: [] })
  expect(await readFile(join(folder, 'index.html'), 'utf8')).toContain('De inleiding ontbrak.')
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
