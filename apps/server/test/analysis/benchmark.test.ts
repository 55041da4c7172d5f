import { fisherExactP } from '@klankbord/statistics'
import type { Study, Wave } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { benchmark, type Benchmark } from '../../src/analysis/benchmark.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { answeredRound, aStudy, people, type Given } from './answered-round.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

const CHOICES = [
  { value: 'ja', text: 'Ja', tone: 'positive' },
  { value: 'nee', text: 'Nee', tone: 'negative' },
]
const asking = (name: string, title: string, choices: readonly object[] = CHOICES, topic = 'T1') => ({
  title: 'Hulp',
  pages: [{ name: 'een', elements: [{ type: 'radiogroup', name, title, topic, choices }] }],
})
const OURS = asking('quick', 'Kwam de hulp snel?')

interface Held {
  readonly study: Study
  readonly wave: Wave
}

async function held(definition: unknown, given: readonly Given[], channel: 'web' | 'paper' = 'web'): Promise<Held> {
  const study = await aStudy(server.context)
  return { study, wave: await answeredRound(server.context, study, definition, given, { channel }) }
}

const answers = (name: string, yes: number, no: number): readonly Given[] => [
  ...people(yes, { [name]: 'ja' }),
  ...people(no, { [name]: 'nee' }),
]

async function beside(ours: Held, others: readonly Held[]): Promise<Benchmark> {
  return benchmark(server.context, ours.study.id, {
    question: 'quick',
    wave: ours.wave.id,
    others: others.map(({ study, wave }) => ({ study: study.id, wave: wave.id })),
  })
}

it('sets a figure beside that of another study that asked the same in the same words, under whatever name', async () => {
  const ours = await held(OURS, answers('quick', 80, 40))
  const theirs = await held(asking('speed', 'Kwam de hulp snel?'), answers('speed', 45, 75))
  const { own, others } = await beside(ours, [theirs])
  expect(own.estimate).toMatchObject({ n: 120, estimate: 80 / 120 })
  expect(others).toHaveLength(1)
  expect(others[0]).toMatchObject({
    organisation: 'Voorbeeldstad',
    differs: [],
    round: { estimate: { n: 120, estimate: 45 / 120 } },
    verdict: 'higher',
    found: { p: fisherExactP({ count1: 80, n1: 120, count2: 45, n2: 120 }) },
  })
})

it('gives no figure of a study that asked in other words, with other answers, in another way, or not at all', async () => {
  const ours = await held(OURS, answers('quick', 80, 40))
  const [first, second] = CHOICES
  const others = [
    await held(asking('quick', 'Was de hulp er vlug?'), answers('quick', 1, 119)),
    await held(asking('quick', 'Kwam de hulp snel?', [{ ...first, tone: 'neutral' }, second ?? {}]), []),
    await held(OURS, answers('quick', 1, 119), 'paper'),
    await held(asking('quick', 'Kwam de hulp snel?', CHOICES, 'T9'), answers('quick', 1, 119)),
  ]
  const found = await beside(ours, others)
  expect(found.others.map(({ differs }) => differs)).toEqual([['wording'], ['scale'], ['mode'], ['notAsked']])
  for (const { round, found: difference, verdict } of found.others)
    expect({ round, difference, verdict }).toEqual({
      round: null,
      difference: { notComputed: 'notComparable' },
      verdict: 'notComparable',
    })
})

it('never sets answers of people beside made-up ones', async () => {
  const ours = await held(OURS, answers('quick', 80, 40))
  const study = await aStudy(server.context, { sample: true })
  const wave = await answeredRound(server.context, study, OURS, answers('quick', 40, 80))
  expect((await beside(ours, [{ study, wave }])).others[0]).toMatchObject({ differs: ['madeUp'], round: null })
})
