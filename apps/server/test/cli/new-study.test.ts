import { INSTRUMENTS } from '@klankbord/instruments'
import { listStudies } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from './command.ts'
import { DEFINITION, openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk.end())

describe('somebody who looks for a questionnaire', () => {
  it('reads of each what it measures, for whom, how long it takes and why some uses are wrong', async () => {
    const { code, printed } = await run(['study', 'instruments'], { data: null, databaseUrl: null })
    expect(code).toBe(0)
    for (const { id } of INSTRUMENTS) expect(printed.some((line) => line.startsWith(`${id}  `))).toBe(true)
    const youth = printed.slice(printed.findIndex((line) => line.startsWith('youth-and-parents')))
    expect(youth.slice(0, 7)).toEqual([
      'youth-and-parents  Experiences of young people and parents with youth care',
      expect.stringMatching(/^ {2}measures {2}How /),
      expect.stringMatching(/^ {2}for {7}Young people/),
      expect.stringMatching(/^ {2}not for {3}Not for /),
      expect.stringMatching(/^ {2}never per institution: \w/),
      expect.stringMatching(/^ {2}never for purchasing: \w/),
      expect.stringMatching(/^ {2}length {4}\d+ questions, \d+ for most people, about \d+ minutes; nl, en/),
    ])
    expect(printed.at(-1)).toMatch(/^11 questionnaires, /)
  })

  it('can read about them in Dutch', async () => {
    const { printed } = await run(['study', 'instruments', '--language', 'nl'], { data: null, databaseUrl: null })
    expect(printed).toContain('relatives  Ervaringen van naasten')
  })
})

describe('somebody who begins a study with a questionnaire that is ready', () => {
  it('gets a study without a wave, and reads where to go on', async () => {
    const words = ['--instrument', 'relatives', '--title', 'Naasten in het dorp', '--organisation', 'Naastenraad']
    const { code, printed, warned } = await desk.command('study', 'new', ...words)
    expect([code, warned]).toEqual([0, []])
    expect(printed[0]).toBe('Study: Naasten in het dorp')
    const [study] = await listStudies(desk.database.db)
    expect(printed[1]).toMatch(new RegExp(`^Go on at http\\S+/studio/studies/${study?.id ?? 'none'}/design$`))
    expect(study).toMatchObject({ organisation: { name: 'Naastenraad' }, sample: false })
    expect(printed[2]).toBe(`Once a version was frozen there: klankbord wave open ${study?.id}`)
    expect((await desk.command('study', 'list')).printed).toEqual([`Naasten in het dorp (Naastenraad)  ${study?.id}`])
    const early = await desk.command('wave', 'open', study?.id ?? '')
    expect([early.code, early.warned]).toEqual([
      1,
      [
        `study has no published version: ${study?.id} (freeze one in the studio: ${printed[1]?.replace('Go on at ', '')})`,
      ],
    ])
  })

  it('reads which there are when the id is another', async () => {
    const { code, warned } = await desk.command('study', 'new', '--instrument', 'niets')
    expect(code).toBe(1)
    expect(warned[0]).toMatch(/^unknown instrument: niets \(there are wmo-client-experience, /)
  })
})

it('refuses a plan that splits the Wmo topics by provider, before anything is made', async () => {
  const elements = [
    { type: 'radiogroup', name: 't6', title: 'Hulp?', choices: [1, 2], benchmarkKey: 'wmo-client-experience.t6.v1' },
    { type: 'radiogroup', name: 'aanbieder', title: 'Van wie?', choices: [1, 2] },
  ]
  const definition = { ...DEFINITION, pages: [{ name: 'one', elements }] }
  const before = await listStudies(desk.database.db)
  const path = await desk.file('limited.json', JSON.stringify(definition))
  const plan = await desk.file('plan.json', '{"questions":["t6"],"breakdowns":[{"variable":"aanbieder"}]}')
  const { code, warned } = await desk.command('study', 'import', path, '--plan', plan)
  expect(code).toBe(1)
  expect(warned.at(-1)).toMatch(
    /^plan goes against the purpose of its questions: t6 by aanbieder \(wmo-client-experience, /,
  )
  expect(await listStudies(desk.database.db)).toEqual(before)
})
