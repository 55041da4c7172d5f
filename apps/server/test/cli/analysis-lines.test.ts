import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from './study-on-disk.ts'

const AGREEMENT = [
  { value: 1, text: { nl: 'Eens', en: 'Agree' }, tone: 'positive' },
  { value: 2, text: { nl: 'Half', en: 'In between' }, tone: 'positive' },
  { value: 3, text: { nl: 'Oneens', en: 'Disagree' }, tone: 'negative' },
  { value: 4, text: { nl: 'Zeer oneens', en: 'Fully disagree' }, tone: 'negative' },
]
const AREAS = [
  { value: 1, text: { nl: 'Oost', en: 'East' } },
  { value: 2, text: { nl: 'West', en: 'West' } },
]
const DEFINITION = {
  title: { nl: 'Nachtopvang', en: 'Night shelter' },
  locale: 'nl',
  pages: [
    {
      name: 'een',
      elements: [
        { type: 'radiogroup', name: 'heard', title: 'Wordt u gehoord?', scale: 'agreement', choices: AGREEMENT },
        { type: 'radiogroup', name: 'area', title: 'Waar slaapt u?', choices: AREAS },
        {
          type: 'radiogroup',
          name: 'room',
          title: 'Is uw kamer warm?',
          choices: AGREEMENT,
          visibleIf: '{area} = 1',
        },
      ],
    },
  ],
  scales: [{ name: 'voice', title: 'Gehoord', method: 'mean', items: ['heard', 'room'], minimumAnswered: 1 }],
}

let desk: Desk
let round: string

beforeAll(async () => {
  desk = await openDesk()
  round = await desk.study(DEFINITION)
  await desk.command('wave', 'set', '--wave', round, '--population', 'all=200')
  const rows = Array.from(
    { length: 40 },
    (_, at) => `${(at % 4) + 1},${at < 30 ? 1 : 2},${at < 30 ? (at % 2) + 1 : ''}`,
  )
  const file = await desk.file('answers.csv', ['heard,area,room', ...rows].join('\n'))
  await desk.command('responses', 'import', file, '--wave', round)
}, 60_000)
afterAll(() => desk.end())

async function analysis(...words: readonly string[]): Promise<readonly string[]> {
  const { code, printed, warned } = await desk.command('analysis', ...words)
  expect({ code, warned: warned.filter((line) => !line.startsWith('These are counts')) }).toEqual({
    code: 0,
    warned: [],
  })
  return printed
}

const frequencies = (...words: readonly string[]): Promise<readonly string[]> =>
  analysis('frequencies', '--wave', round, ...words)

describe('somebody who reads of how many people intervals are', () => {
  it('reads that weighted ones are of a large population, whatever the list says', async () => {
    expect(await frequencies('--question', 'heard')).toContain('    intervals for a population of 200')
    const targets = await desk.file('targets.csv', 'variable,category,count\narea,Oost,100\narea,West,100\n')
    expect(await frequencies('--question', 'heard', '--targets', targets)).toContain(
      '    intervals of unweighted figures for a population of 200, of weighted ones for a large population',
    )
  })

  it('reads that nobody knows it of a question that only some were asked', async () => {
    expect(await frequencies('--question', 'room')).toContain(
      '    intervals for a large population: only some were asked this, and of how many people nobody knows',
    )
  })
})

describe('somebody whose figures say little', () => {
  it('reads one sentence where nobody fits, and not a page of nothing', async () => {
    expect(await frequencies('--where', 'area=2', 'room=1')).toEqual([
      'Nobody who answered fits all that --where asks, so there are no figures.',
    ])
    expect(await frequencies('--question', 'room', '--where', 'area=2')).toContain(
      '    no figures: nobody in this group gave an answer that counts',
    )
  })

  it('is warned of weights that cost more than half of the answers', async () => {
    const targets = await desk.file('costly.csv', 'variable,category,count\narea,Oost,5\narea,West,95\n')
    expect((await analysis('weights', '--wave', round, '--targets', targets)).join('\n')).toContain('Careful: these')
  })

  it('reads that alpha of few people says little, and that half of a pair has none', async () => {
    const lines = (await analysis('scales', '--wave', round)).join('\n')
    expect(lines).toContain('Fewer than 50 people answered all items: alpha says little.')
    expect(lines).toContain('; one of two items alone has no alpha')
  })
})

it('tells somebody who compares answers in order their one effect once', async () => {
  const rows = Array.from({ length: 80 }, (_, at) => `${(at % 4) + 1},${at < 40 ? 1 : 2},${at < 40 ? 1 : ''}`)
  const address = await desk.study({ ...DEFINITION, scales: [] })
  const file = await desk.file('order.csv', ['heard,area,room', ...rows].join('\n'))
  await desk.command('responses', 'import', file, '--wave', address)
  const lines = await analysis('compare', '--wave', address, '--question', 'heard', '--by', 'area')
  const east = lines.find((line) => line.startsWith('  Oost')) ?? ''
  expect(east).toContain('Cliff’s delta 0.00')
  expect(east).not.toContain('difference 0.00')
})
