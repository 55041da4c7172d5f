import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { benchmark } from '../../src/analysis/benchmark.ts'
import { trendOfQuestion } from '../../src/analysis/trend-of-question.ts'
import { waveResponse } from '../../src/analysis/wave-response.ts'
import { waveScales } from '../../src/analysis/wave-scales.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { answeredRound, aStudy, people, type Given } from './answered-round.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

const rating = (name: string) => ({ type: 'rating', name, title: `Hoe ${name}?`, rateMin: 1, rateMax: 5 })
const DEFINITION = {
  title: 'Hulp',
  pages: [
    {
      name: 'een',
      elements: [
        { type: 'radiogroup', name: 'area', title: 'Waar woont u?', choices: ['oost', 'west', 'buiten'] },
        { type: 'text', inputType: 'number', name: 'days', title: 'Hoeveel dagen?', min: 0, max: 400 },
        ...['quick', 'kind', 'clear'].map(rating),
      ],
    },
  ],
  scales: [
    { name: 'care', title: 'Zorg', method: 'mean', items: ['quick', 'kind'], reversed: [], minimumAnswered: 0.5 },
    { name: 'talk', title: 'Uitleg', method: 'mean', items: ['clear'], reversed: [], minimumAnswered: 1 },
  ],
}
const TOO_FEW = { notComputed: 'tooFewAnswers' }
const ANONYMOUS = { mode: 'codeAnonymous' } as const
const FRAME = {
  population: 120,
  invited: 120,
  source: { nl: 'Lijst' },
  strata: { area: { '1': 50, '2': 50, '3': 20 } },
}
const round = async (given: readonly Given[], how: Parameters<typeof answeredRound>[4]) => {
  const study = await aStudy(server.context)
  return answeredRound(server.context, study, DEFINITION, given, how)
}

describe('a researcher who follows a question that two people of an anonymous round answered', () => {
  const ofTwo = [...people(2, { days: 7 }), ...people(20, { area: 'oost' })]

  it('reads in a trend that they are too few, and gets no difference with them either', async () => {
    const study = await aStudy(server.context)
    await answeredRound(server.context, study, DEFINITION, people(20, { days: 5 }), { ...ANONYMOUS, week: '2025-W10' })
    await answeredRound(server.context, study, DEFINITION, ofTwo, { ...ANONYMOUS, week: '2026-W10' })
    const { rounds, steps } = await trendOfQuestion(server.context, study.id, { question: 'days' })
    expect(rounds.map(({ estimate }) => estimate)).toEqual([expect.objectContaining({ n: 20, estimate: 5 }), TOO_FEW])
    expect(steps[0]?.found).not.toHaveProperty('difference')
  })

  it('reads the same beside other studies', async () => {
    const [own, other] = [await round(people(20, { days: 5 }), ANONYMOUS), await round(ofTwo, ANONYMOUS)]
    const { others } = await benchmark(server.context, own.studyId, {
      question: 'days',
      wave: own.id,
      others: [{ study: other.studyId, wave: other.id }],
    })
    expect(others[0]?.round?.estimate).toEqual(TOO_FEW)
    expect(others[0]?.found).not.toHaveProperty('difference')
  })
})

describe('a researcher who looks at the scales of an anonymous round', () => {
  const given = [
    ...people(10, { quick: 4 }),
    ...people(10, { kind: 2 }),
    { quick: 1, kind: 2, clear: 5 },
    { quick: 3, kind: 5 },
  ]

  it('gets no score of one person, and no alpha of two', async () => {
    const [care, talk] = (await waveScales(server.context, await round(given, ANONYMOUS))).scales
    expect(care).toMatchObject({
      score: { n: 22 },
      listwise: { alpha: TOO_FEW, interval: TOO_FEW, standardizedAlpha: TOO_FEW },
      pairwise: { alpha: TOO_FEW },
    })
    expect(care?.items.map(({ listwise, pairwise }) => [listwise.itemRest, pairwise.itemRest])).toEqual([
      [TOO_FEW, TOO_FEW],
      [TOO_FEW, TOO_FEW],
    ])
    expect(talk).toMatchObject({
      score: TOO_FEW,
      sd: { notComputed: 'noAnswers' },
      ends: { floor: { count: 0 }, ceiling: { count: 0 } },
    })
  })

  it('gets them of a round that is not anonymous', async () => {
    const [care, talk] = (await waveScales(server.context, await round(given, { mode: 'open' }))).scales
    expect([talk?.score, care?.complete]).toEqual([expect.objectContaining({ n: 1, estimate: 5 }), 2])
    expect(care?.listwise.alpha).toEqual(expect.any(Number))
  })
})

describe('a researcher who looks who is missing in an anonymous round', () => {
  const given = [
    ...people(30, { area: 'oost' }),
    ...people(25, { area: 'west' }),
    ...people(3, { area: 'buiten' }),
    ...people(12, {}),
  ]

  it('reads of no group that few of it answered, nor how many did not say if that follows', async () => {
    const { missing } = await waveResponse(server.context, await round(given, { ...ANONYMOUS, frame: FRAME }))
    expect(missing).toHaveLength(1)
    expect(missing[0]).toMatchObject({ unknown: null, hidden: [{ code: 3 }] })
    expect(missing[0]?.groups.map(({ code, answered }) => [code, answered])).toEqual([
      [1, 30],
      [2, 25],
    ])
    // Shares are of those who are shown: of all who said their group, the three would follow from them.
    expect(missing[0]?.groups[0]?.shareOfAnswers).toBeCloseTo(30 / 55, 12)
    expect(missing[0]?.groups[0]?.shareOfPeople).toBeCloseTo(0.5, 12)
  })

  it('reads all of a round that is not anonymous', async () => {
    const { missing } = await waveResponse(server.context, await round(given, { mode: 'open', frame: FRAME }))
    expect(missing[0]).toMatchObject({ unknown: 12, hidden: [], groups: [{}, {}, { code: 3, answered: 3 }] })
  })
})
