import { fisherExactP, holm, mannWhitneyTest, newcombeInterval, welchTest } from '@klankbord/statistics'
import type { Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waveComparison } from '../../src/analysis/wave-comparison.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { people, townWave } from './town-wave.ts'

let server: StartedServer
let wave: Wave

const AGREE = 1
const HALF = 2
const DISAGREE = 3
const [EAST, WEST, OUTSIDE] = [1, 2, 3]

/** East is heard more often, and gives higher grades; few live outside. */
const ANSWERS = [
  ...people(30, { part: EAST, heard: AGREE, grade: 8, used: [1], days: 10, over: 1 }),
  ...people(10, { part: EAST, heard: HALF, grade: 6, used: [1, 2], days: 20, over: 2 }),
  ...people(12, { part: WEST, heard: AGREE, grade: 7, used: [2], days: 10, over: 1 }),
  ...people(28, { part: WEST, heard: DISAGREE, grade: 5, used: [2], days: 30, over: 2 }),
  ...people(5, { part: OUTSIDE, heard: AGREE, grade: 9 }),
  ...people(4, { part: WEST, heard: -3 }),
  ...people(3, { heard: AGREE }),
]

beforeAll(async () => {
  server = await startServer()
  wave = await townWave(server.context, 'vergelijken', ANSWERS)
})
afterAll(() => server.end())

describe('a researcher who compares groups', () => {
  it('reads of a share in each group what the exact test and its correction say, and of the smallest nothing', async () => {
    const { rows, rule, measure } = await waveComparison(server.context, wave, {
      question: 'heard',
      by: 'part',
      share: 'positive',
    })
    const groups = rows[0]?.groups ?? []
    const east = { count1: 30, n1: 40, count2: 12 + 5, n2: 40 + 5 }
    const west = { count1: 12, n1: 40, count2: 30 + 5, n2: 40 + 5 }
    const p = [east, west].map((counts) => fisherExactP(counts))
    expect(groups.map(({ n, nOthers }) => [n, nOthers])).toEqual([
      [40, 45],
      [40, 45],
      [5, 80],
    ])
    expect(groups.map((group) => group.p)).toEqual([...p, { notComputed: 'tooFewAnswers' }])
    expect(groups.map((group) => group.adjusted)).toEqual([...holm(p), { notComputed: 'tooFewAnswers' }])
    expect(groups[0]?.interval).toEqual(newcombeInterval(east))
    expect(groups.map(({ verdict }) => verdict)).toEqual(['higher', 'lower', 'tooFewToSay'])
    expect([measure, rule.tested, rule.leastDifference]).toEqual(['shares', 2, 0.05])
  })

  it('reads of answers in order that higher is more positive where the best answer comes first', async () => {
    const compared = await waveComparison(server.context, wave, { question: 'heard', by: 'part' })
    const [east, west] = compared.rows[0]?.groups ?? []
    const own = [...Array<number>(30).fill(-1), ...Array<number>(10).fill(-2)]
    const others = [...Array<number>(17).fill(-1), ...Array<number>(28).fill(-3)]
    const test = mannWhitneyTest(own, others)
    if ('notComputed' in test) throw new Error(test.notComputed)
    expect(compared).toMatchObject({ measure: 'order', higher: 'morePositive', overall: { test: 'kruskalWallis' } })
    expect(east).toMatchObject({ estimate: 1, difference: test.cliffsDelta, p: test.pContinuity, verdict: 'higher' })
    expect(west).toMatchObject({ estimate: 3, verdict: 'lower' })
  })

  it('reads of a grade what Welch says of the means, also through the scale that it is', async () => {
    const compared = await waveComparison(server.context, wave, {
      question: 'report',
      by: 'part',
      leastDifference: 0.5,
    })
    const own = [...Array<number>(30).fill(8), ...Array<number>(10).fill(6)]
    const others = [...Array<number>(12).fill(7), ...Array<number>(28).fill(5), ...Array<number>(5).fill(9)]
    const test = welchTest(own, others)
    if ('notComputed' in test) throw new Error(test.notComputed)
    const [east] = compared.rows[0]?.groups ?? []
    expect(east).toMatchObject({ estimate: 7.5, test: 'welch', verdict: 'higher' })
    expect(east?.p).toBeCloseTo(test.p, 12)
    expect(compared.rule).toMatchObject({ leastDifference: 0.5, unit: 'unitOfQuestion' })
    const wanted = { question: 'grade', by: 'part', leastDifference: 3 }
    const [strict] = (await waveComparison(server.context, wave, wanted)).rows[0]?.groups ?? []
    expect(strict?.verdict).toBe('noClearDifference')
  })

  it('reads of ticks each option apart, corrected together, and of a wait who still waits', async () => {
    const ticks = await waveComparison(server.context, wave, { question: 'used', by: 'part' })
    expect(ticks.rows.map(({ code, groups }) => [code, groups[0]?.estimate, groups[1]?.estimate])).toEqual([
      [1, 1, 0],
      [2, 0.25, 1],
    ])
    expect([ticks.rule.tested, ticks.overall]).toEqual([4, null])
    const waits = await waveComparison(server.context, wave, { question: 'wait', by: 'part' })
    expect(waits.rows[0]?.groups.map(({ n, estimate }) => [n, estimate])).toEqual([
      [40, 10 / 40],
      [40, 28 / 40],
      [0, { notComputed: 'noAnswers' }],
    ])
  })

  it('weights both sides to known margins, and tests by Rao and Scott', async () => {
    // Everybody weighs as much again, so nothing may change but the test.
    const parts = [EAST, WEST, OUTSIDE].map((code, at) => ({ code, count: [400, 440, 50][at] ?? 0 }))
    const targets = { margins: [{ variable: 'part', categories: parts }] }
    const order = { question: 'heard', by: 'part', share: 'positive', targets } as const
    const { rows, weighting, overall } = await waveComparison(server.context, wave, order)
    expect(weighting).toMatchObject({ method: 'postStratification', leftOut: 3, people: 89 })
    const [east] = rows[0]?.groups ?? []
    expect(east).toMatchObject({ test: 'raoScott', verdict: 'higher' })
    expect(east?.estimate).toBeCloseTo(30 / 40, 12)
    expect(east?.others).toBeCloseTo(17 / 45, 12)
    expect(overall?.test).toBe('raoScott')
    const means = await waveComparison(server.context, wave, { question: 'grade', by: 'part', targets })
    expect(means.rows[0]?.groups[0]).toMatchObject({ test: 'differenceOfMeans', verdict: 'higher' })
    expect(means.rows[0]?.groups[0]?.estimate).toBeCloseTo(7.5, 12)
  })

  it('is told that nothing can be said where all on either side say the same, and counts that among the comparisons', async () => {
    const answers = [...people(40, { part: EAST, grade: 9 }), ...people(40, { part: WEST, grade: 3 })]
    const alike = await townWave(server.context, 'eensgezind', answers)
    const compared = await waveComparison(server.context, alike, { question: 'grade', by: 'part' })
    const why = { notComputed: 'noSpread' }
    expect(compared.rule.tested).toBe(2)
    expect(compared.rows[0]?.groups[0]).toMatchObject({
      estimate: 9,
      others: 3,
      difference: 6,
      p: why,
      adjusted: why,
      verdict: 'tooFewToSay',
    })
    // Somebody who differs on one side is enough for Welch.
    const one = await townWave(server.context, 'bijna', [...answers, ...people(2, { part: EAST, grade: 8 })])
    const [east] = (await waveComparison(server.context, one, { question: 'grade', by: 'part' })).rows[0]?.groups ?? []
    expect(east).toMatchObject({ test: 'welch', verdict: 'higher' })
  })

  it('is told what cannot be compared, or split by', async () => {
    const refused = (question: string, by: string): Promise<unknown> =>
      waveComparison(server.context, wave, { question, by })
    await expect(refused('story', 'part')).rejects.toMatchObject({ code: 'questionNotAnalysable' })
    await expect(refused('heard', 'days')).rejects.toMatchObject({ code: 'breakdownNotUsable' })
    await expect(refused('nowhere', 'part')).rejects.toMatchObject({ code: 'unknownVariable' })
  })
})

describe('a researcher who compares groups of an anonymous wave', () => {
  it('is shown no group of fewer than ten, nor one without which such a group could be computed', async () => {
    const answers = [...people(3, { part: OUTSIDE, heard: AGREE }), ...people(12, { part: WEST, heard: AGREE })]
    const anonymous = await townWave(
      server.context,
      'anoniem',
      [...answers, ...people(40, { part: EAST, heard: DISAGREE })],
      { mode: 'codeAnonymous' },
    )
    const { rows, hidden } = await waveComparison(server.context, anonymous, { question: 'heard', by: 'part' })
    expect(rows[0]?.groups.map(({ code }) => code)).toEqual([EAST])
    expect(hidden.map(({ code }) => code)).toEqual([WEST, OUTSIDE])
  })
})
