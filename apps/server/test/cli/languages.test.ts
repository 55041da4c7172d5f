import { listTextReleases } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk.end())

describe('somebody who speaks Polish', () => {
  it('reads that nobody has reviewed a single text', async () => {
    const { code, printed } = await desk.command('languages', 'list')
    expect(code).toBe(0)
    expect(printed.slice(0, 2)).toEqual(['nl  open: written by the makers', 'en  open: written by the makers'])
    const polish = printed.find((line) => line.startsWith('pl'))
    const [, promises, unreviewed, texts] =
      /(\d+) promises .* (\d+) of (\d+) texts not reviewed/.exec(polish ?? '') ?? []
    expect(Number(promises)).toBeGreaterThan(50)
    expect(Number(texts)).toBeGreaterThan(200)
    expect(unreviewed).toBe(texts)
  })

  it('reads each text beside its Dutch, with what it promises and where it stands', async () => {
    const { printed } = await desk.command('languages', 'texts', 'pl', '--key', 'pages/start', 'pages/next')
    expect(printed).toEqual([
      'pages/next: unreviewed',
      '  nl  Verder',
      '  =>  Dalej',
      'pages/start (promise): unreviewed',
      '  nl  Meedoen',
      '  =>  Biorę udział',
    ])
  })

  it('releases one text, and it is kept who did and when', async () => {
    const { printed } = await desk.command('languages', 'release', 'pl', '--by', 'Ania', '--key', 'pages/start')
    expect(printed).toEqual(['1 text of pl released by Ania on 2026-11-22.'])
    expect(await listTextReleases(desk.database.db)).toMatchObject([
      { language: 'pl', key: 'pages/start', by: 'Ania', on: '2026-11-22', takenBack: false },
    ])
    const after = await desk.command('languages', 'texts', 'pl', '--key', 'pages/start')
    expect(after.printed[0]).toBe('pages/start (promise): released by Ania on 2026-11-22')
  })

  it('releases the whole language, and takes one text back', async () => {
    await desk.command('languages', 'release', 'pl', '--by', 'Ania')
    const open = await desk.command('languages', 'list')
    expect(open.printed.find((line) => line.startsWith('pl'))).toMatch(/^pl {2}open; 0 of \d+ texts not reviewed/)
    await desk.command('languages', 'take-back', 'pl', '--by', 'Ania', '--key', 'pages/stored')
    const shut = await desk.command('languages', 'list')
    expect(shut.printed.find((line) => line.startsWith('pl'))).toContain('not open to respondents: 1 promises')
  })

  it('releases the texts of a definition of her own', async () => {
    const title = { nl: 'Nachtopvang', pl: 'Noclegownia' }
    const page = {
      name: 'one',
      elements: [{ type: 'comment', name: 'story', title: { nl: 'Vertel', pl: 'Opowiedz' } }],
    }
    const file = await desk.file('own.json', JSON.stringify({ title, locale: 'nl', pages: [page] }))
    const key = 'questionnaire/title'
    const done = await desk.command('languages', 'release', 'pl', '--by', 'Ania', '--definition', file, '--key', key)
    expect(done.printed).toEqual(['1 text of pl released by Ania on 2026-11-22.'])
  })

  it('is told which languages and texts there are', async () => {
    expect((await desk.command('languages', 'release', 'xx', '--by', 'Ania')).warned).toEqual([
      'no texts to review in language: xx (there are pl, ro, ar, tr, uk)',
    ])
    expect((await desk.command('languages', 'texts', 'pl', '--key', 'pages/nothing')).warned).toEqual([
      'unknown text in pl: pages/nothing',
    ])
    expect((await desk.command('languages', 'release', 'pl')).code).toBe(1)
  })

  it('is told in the help that a name is a note, which nothing checks', async () => {
    const { printed } = await desk.command('languages', 'release', '--help')
    const help = printed.join(' ').replaceAll(/\s+/g, ' ')
    expect(help).toContain('a note of who said so, taken on trust')
    expect(help).toContain('a note that is kept, not checked by a sign-in')
  })
})
