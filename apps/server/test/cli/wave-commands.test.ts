import { afterAll, beforeAll, expect, it } from 'vitest'
import { DEFINITION, openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk.end())

it('plans a round, changes it and reads it back', async () => {
  const study = await desk.study()
  const days = ['--opens', '2099-03-01', '--closes', '2099-03-31', '--channels', 'web,kiosk', '--limit', '200']
  const opened = await desk.command('wave', 'open', study, ...days)
  expect(opened.printed.join('\n')).toContain('People can begin on 2099-03-01.')
  const address = /^Wave: (\S+)$/m.exec(opened.printed.join('\n'))?.[1] ?? ''
  const set = await desk.command('wave', 'set', '--wave', address, '--closes', 'none', '--population', 'all=1000')
  expect(set.code).toBe(0)
  const shown = (await desk.command('wave', 'show', '--wave', address)).printed.join('\n')
  expect(shown).toContain(`Short address: /${address} (to print and to say`)
  expect(shown).toContain('from 2099-03-01 until somebody closes it')
  expect(shown).toContain('Ways: web, kiosk.')
  expect(shown).toContain('At most 200 responses.')
  expect(shown).toContain('People: 1000')
  expect(shown).toContain('from a day that nobody set yet')
  const tried = await desk.command('wave', 'open', study, '--try-out', '--days', '7')
  expect(tried.printed.join('\n')).toContain('For trying out')
})

it('asks which question is meant where several have these groups as answers', async () => {
  const [page] = DEFINITION.pages
  const other = { ...page?.elements[0], name: 'warm', title: 'Is het hier warm?' }
  const study = await desk.study({ ...DEFINITION, pages: [{ ...page, elements: [...(page?.elements ?? []), other] }] })
  const opened = await desk.command('wave', 'open', study)
  const address = /^Wave: (\S+)$/m.exec(opened.printed.join('\n'))?.[1] ?? ''
  const set = (...words: readonly string[]): ReturnType<typeof desk.command> =>
    desk.command('wave', 'set', '--wave', address, '--population', '1=600', '--population', '2=400', ...words)
  const open = await set()
  expect([open.code, open.warned.join('\n')]).toEqual([
    1,
    expect.stringContaining('several questions have these groups as answers: safe, warm'),
  ])
  for (const name of ['constructor', 'nights']) {
    const { code, warned } = await set('--population-of', name)
    expect([code, warned.join('\n')]).toEqual([
      1,
      expect.stringContaining(`question does not have these groups as answers: ${name} (these have: safe, warm)`),
    ])
  }
  const printed = (await set('--population-of', 'warm')).printed.join('\n')
  expect(printed).toContain('People: 1000')
  expect(printed).toContain('warm')
  expect(printed).not.toContain('safe')
})

it('promises the results for a day, also when the round is closed, and not for a day that is over', async () => {
  const study = await desk.study()
  const opened = await desk.command('wave', 'open', study)
  const address = /^Wave: (\S+)$/m.exec(opened.printed.join('\n'))?.[1] ?? ''
  await desk.command('wave', 'close', '--wave', address)
  const set = await desk.command('wave', 'set', '--wave', address, '--results', '2099-07-01')
  expect([set.code, set.printed.join('\n')]).toEqual([
    0,
    expect.stringContaining('Results can be read from 2099-07-01.') as string,
  ])
  const past = await desk.command('wave', 'set', '--wave', address, '--results', '2020-07-01')
  expect(past.code).not.toBe(0)
  expect(JSON.stringify(past)).toContain('results cannot be promised for a day that is over: 2020-07-01')
  const none = await desk.command('wave', 'set', '--wave', address, '--results', 'none')
  expect(none.printed.join('\n')).toContain('from a day that nobody set yet')
})

it('refuses a language of which the translation was only begun, in the words of the check', async () => {
  const elements = Array.from({ length: 12 }, (_, place) => ({
    type: 'comment',
    name: `q${place}`,
    title: { nl: `Vraag ${place}`, ...(place === 0 && { en: 'Question 0' }) },
  }))
  const study = await desk.study({ title: 'Zorg', locale: 'nl', pages: [{ name: 'one', elements }] })
  const refused = await desk.command('wave', 'set', '--wave', study, '--languages', 'nl,en')
  expect([refused.code, refused.warned.join('\n')]).toEqual([
    1,
    expect.stringContaining('respondents are not offered it: en (1 of 12 questions)') as string,
  ])
})
