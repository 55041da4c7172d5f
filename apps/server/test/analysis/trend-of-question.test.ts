import { finiteProportionP, fisherExactTest, newcombeInterval, welchTest, wilsonInterval } from '@klankbord/statistics'
import type { Study } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { trendOfQuestion } from '../../src/analysis/trend-of-question.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { answeredRound, aStudy, people, type Given, type RoundChoices } from './answered-round.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

const CHOICES = [
  { value: 'ja', text: 'Ja', tone: 'positive' },
  { value: 'nee', text: 'Nee', tone: 'negative' },
]
const asking = (title: string, others: object = {}) => ({
  title: 'Hulp',
  pages: [
    {
      name: 'een',
      elements: [
        { type: 'radiogroup', name: 'quick', title, choices: CHOICES, ...others },
        { type: 'rating', name: 'grade', title: 'Welk cijfer?', rateMin: 1, rateMax: 10 },
        { type: 'text', inputType: 'number', name: 'hours', title: 'Hoeveel uur?', min: 0, max: 100 },
      ],
    },
  ],
})
const BEFORE = asking('Kwam de hulp snel?')
const MISSPELT = asking('kwam de hulp snel')
const REWORDED = asking('Bent u snel genoeg geholpen volgens uzelf en uw familie?')

const answers = (yes: number, no: number): readonly Given[] => [
  ...people(yes, { quick: 'ja' }),
  ...people(no, { quick: 'nee' }),
]
const round = (study: Study, definition: unknown, given: readonly Given[], choices: RoundChoices) =>
  answeredRound(server.context, study, definition, given, choices)

it('follows the share of positive answers in the order of time, with an interval for each round', async () => {
  const study = await aStudy(server.context)
  const later = await round(study, BEFORE, answers(90, 60), { week: '2026-W40' })
  const frame = { population: 160, invited: 160, source: { nl: 'Lijst' }, strata: {} }
  const first = await round(study, BEFORE, [...answers(60, 90), {}], { week: '2025-W40', frame })
  const found = await trendOfQuestion(server.context, study.id, { question: 'quick' })
  expect(found.figure).toMatchObject({ kind: 'share', answers: [1] })
  expect(found.rounds.map(({ wave, population, modes }) => [wave, population, modes])).toEqual([
    [first.id, 160, ['web']],
    [later.id, null, ['web']],
  ])
  const { low, high } = wilsonInterval({ count: 60, n: 150, population: 160 })
  expect(found.rounds[0]?.estimate).toMatchObject({ n: 150, estimate: 0.4, interval: { low, high } })
  const shares = { count1: 90, n1: 150, count2: 60, n2: 150 }
  expect(found.steps).toHaveLength(1)
  const ofList = { ...shares, population2: 160 }
  expect(found.steps[0]).toMatchObject({ differs: [], verdict: 'higher', found: { p: finiteProportionP(ofList) } })
  const interval = newcombeInterval(ofList)
  expect(found.steps[0]?.found).toMatchObject({ interval })
  expect(Reflect.get(found.steps[0]?.found ?? {}, 'difference')).toBeCloseTo(0.2, 12)
  expect(found.whole).toBeNull()
})

it('corrects for all that it compares, and says that a small difference is not clear', async () => {
  const study = await aStudy(server.context)
  const first = await round(study, BEFORE, answers(60, 60), { week: '2025-W01' })
  await round(study, BEFORE, answers(63, 57), { week: '2025-W20' })
  await round(study, BEFORE, answers(79, 41), { week: '2026-W01' })
  const { steps, whole } = await trendOfQuestion(server.context, study.id, { question: 'quick' })
  const ps = [...steps, ...(whole ? [whole] : [])].map(({ found }) => Number(Reflect.get(found, 'p')))
  expect(ps[0]).toBe(fisherExactTest({ count1: 63, n1: 120, count2: 60, n2: 120 }).p)
  const smallest = Math.min(...ps)
  expect(whole).toMatchObject({ from: first.id, found: { p: smallest } })
  expect(Reflect.get(whole?.found ?? {}, 'adjusted')).toBeCloseTo(3 * smallest, 12)
  expect(steps.map(({ verdict }) => verdict)).toEqual(['noClearDifference', 'noClearDifference'])
})

it('follows a number by its mean', async () => {
  const study = await aStudy(server.context)
  const hours = (from: number) => Array.from({ length: 40 }, (_, at): Given => ({ hours: from + (at % 7) }))
  await round(study, BEFORE, hours(2), { week: '2025-W01' })
  await round(study, BEFORE, hours(6), { week: '2026-W01' })
  const { figure, steps, rule } = await trendOfQuestion(server.context, study.id, { question: 'hours' })
  expect({ kind: figure.kind, rule: rule.leastDifference }).toEqual({ kind: 'mean', rule: 0 })
  const values = (from: number) => hours(from).map((one) => Number(one['hours']))
  // With as many people and the same spread both times, Welch's test is the same.
  const expected = welchTest(values(6), values(2))
  expect(steps[0]).toMatchObject({ verdict: 'higher' })
  expect(Reflect.get(steps[0]?.found ?? {}, 'difference')).toBeCloseTo(4, 12)
  expect(Number(Reflect.get(steps[0]?.found ?? {}, 'p')) / Number(Reflect.get(expected, 'p'))).toBeCloseTo(1, 9)
})

it('follows a grade from 1 to 10 by its mean, as groups are compared by it', async () => {
  const study = await aStudy(server.context)
  const first = [...people(30, { grade: 6 }), ...people(30, { grade: 7 })]
  await round(study, BEFORE, first, { week: '2025-W01' })
  await round(study, BEFORE, people(60, { grade: 9 }), { week: '2026-W01' })
  const { figure, rounds, steps } = await trendOfQuestion(server.context, study.id, { question: 'grade' })
  expect(figure).toEqual({ question: 'grade', kind: 'mean', answers: [], range: 9 })
  expect(rounds.map(({ estimate }) => Reflect.get(estimate, 'estimate'))).toEqual([6.5, 9])
  // All gave the same grade once: the other round alone says how sure the difference is.
  const expected = welchTest(Array<number>(60).fill(9), [...Array<number>(30).fill(6), ...Array<number>(30).fill(7)])
  expect(steps[0]).toMatchObject({ verdict: 'higher', found: { difference: 2.5 } })
  expect(Reflect.get(steps[0]?.found ?? {}, 'interval')).toEqual(Reflect.get(expected, 'interval'))
})

it('says of rounds that both say one thing what they said, and that nothing more can be said', async () => {
  const study = await aStudy(server.context)
  await round(study, BEFORE, people(40, { hours: 2 }), { week: '2025-W01' })
  await round(study, BEFORE, people(40, { hours: 3 }), { week: '2026-W01' })
  const { rounds, steps } = await trendOfQuestion(server.context, study.id, { question: 'hours' })
  expect(rounds.map(({ estimate }) => Reflect.get(estimate, 'estimate'))).toEqual([2, 3])
  const why = { notComputed: 'noSpread' }
  expect(steps[0]).toMatchObject({ verdict: 'tooFewToSay', found: { difference: 1, p: why, adjusted: why } })
})

it('leaves nothing to chance between rounds that everybody on the list answered', async () => {
  const study = await aStudy(server.context)
  const frame = { population: 50, invited: 50, source: { nl: 'Lijst' }, strata: {} }
  const all = (yes: number, hours: number) =>
    answers(yes, 50 - yes).map((one, at) => ({ ...one, hours: hours + (at % 3) }))
  await round(study, BEFORE, all(20, 4), { week: '2025-W01', frame })
  await round(study, BEFORE, all(23, 5), { week: '2026-W01', frame })
  for (const question of ['quick', 'hours']) {
    const { steps } = await trendOfQuestion(server.context, study.id, { question })
    const { difference, interval } = Object(steps[0]?.found)
    expect(steps[0]).toMatchObject({ verdict: 'higher', found: { p: 0 } })
    expect(interval.low).toBeCloseTo(difference, 12)
    expect(interval.high).toBeCloseTo(difference, 12)
  }
})

it('tests nothing across a break, however large the difference: other words, another way of answering', async () => {
  const study = await aStudy(server.context)
  const all = [answers(100, 0), answers(0, 100), answers(100, 0)]
  await round(study, BEFORE, all[0] ?? [], { week: '2024-W01' })
  await round(study, REWORDED, all[1] ?? [], { week: '2025-W01' })
  await round(study, REWORDED, all[2] ?? [], { week: '2026-W01', channel: 'paper' })
  const { steps, whole } = await trendOfQuestion(server.context, study.id, { question: 'quick' })
  expect(steps).toEqual([
    { differs: ['wording'], found: { notComputed: 'notComparable' }, verdict: 'notComparable' },
    { differs: ['mode'], found: { notComputed: 'notComparable' }, verdict: 'notComparable' },
  ])
  expect(whole).toBeNull()
})

it('goes on over a mark that was forgotten, and says so of a round in which others were asked', async () => {
  const study = await aStudy(server.context)
  await round(study, MISSPELT, answers(50, 50), { week: '2024-W01' })
  await round(study, BEFORE, answers(80, 20), { week: '2025-W01' })
  const routed = asking('Kwam de hulp snel?', { visibleIf: '{hours} > 3' })
  const turned = { ...routed, pages: [{ name: 'een', elements: routed.pages[0]?.elements.toReversed() }] }
  await round(study, turned, people(60, { hours: 5, quick: 'ja' }), { week: '2026-W01' })
  const { steps } = await trendOfQuestion(server.context, study.id, { question: 'quick' })
  expect(steps.map(({ differs, verdict }) => [differs, verdict])).toEqual([
    [[], 'higher'],
    [['people'], 'notComparable'],
  ])
})

it('says too few to say of small rounds, and that nobody answered of one without answers', async () => {
  const study = await aStudy(server.context)
  await round(study, BEFORE, answers(2, 10), { week: '2025-W01' })
  await round(study, BEFORE, answers(12, 0), { week: '2026-W01' })
  await round(study, BEFORE, [], {})
  const { rounds, steps } = await trendOfQuestion(server.context, study.id, { question: 'quick' })
  expect(steps.map(({ verdict }) => verdict)).toEqual(['tooFewToSay', 'tooFewToSay'])
  expect(rounds[2]).toMatchObject({ weeks: null, estimate: { notComputed: 'noAnswers' } })
})

it('refuses one round alone, a round of another study and a question that nobody knows', async () => {
  const [study, other] = [await aStudy(server.context), await aStudy(server.context)]
  const [one, two] = [await round(study, BEFORE, [], {}), await round(study, BEFORE, [], {})]
  const foreign = await round(other, BEFORE, [], {})
  const asked = (order: object) => trendOfQuestion(server.context, study.id, { question: 'quick', ...order })
  await expect(asked({ waves: [one.id, one.id] })).rejects.toThrow(
    'a trend takes from 2 to 20 rounds, and this would be 1',
  )
  await expect(asked({ waves: [one.id, foreign.id] })).rejects.toThrow('unknown wave')
  await expect(asked({ waves: [one.id, two.id], question: 'gone' })).rejects.toThrow('unknown variable: gone')
  await expect(asked({ waves: [one.id, two.id], answers: [9] })).rejects.toThrow('codes among 1, 2')
})
