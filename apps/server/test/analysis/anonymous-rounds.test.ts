import type { Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waveComparison } from '../../src/analysis/wave-comparison.ts'
import { waveFrequencies, type FrequenciesOrder } from '../../src/analysis/wave-frequencies.ts'
import { waveWeights } from '../../src/analysis/wave-weights.ts'
import type { PopulationTargets } from '../../src/analysis/weighting.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { people, townWave } from './town-wave.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

const [EAST, WEST, OUTSIDE] = [1, 2, 3]
const REFUSED_CONDITION = { code: 'conditionTellsOfFew', details: { least: 10 } }
const REFUSED_WEIGHTS = { code: 'weightsTellOfFew', details: { least: 10 } }

/** An anonymous round in which one person lives outside the town. */
const WITH_ONE_OUTSIDE = [
  ...people(1, { part: OUTSIDE, heard: 3, grade: 2 }),
  ...people(20, { part: EAST, heard: 1, grade: 8 }),
  ...people(20, { part: WEST, heard: 1, grade: 7 }),
]

/** Targets for parts of the town, as shares. */
const targetsOf = (shares: Readonly<Record<number, number>>, variable = 'part'): PopulationTargets => ({
  margins: [{ variable, categories: Object.entries(shares).map(([code, share]) => ({ code: Number(code), share })) }],
})

const anonymous = (address: string, answers: Parameters<typeof townWave>[2]): Promise<Wave> =>
  townWave(server.context, address, answers, { mode: 'codeAnonymous' })
const seen = (wave: Wave, order: FrequenciesOrder) => waveFrequencies(server.context, wave, order)

describe('a researcher who picks people in an anonymous round', () => {
  it('cannot subtract two picks that differ by one person', async () => {
    const town = await anonymous('verschil', WITH_ONE_OUTSIDE)
    const pick = (...codes: number[]): Promise<unknown> =>
      seen(town, { questions: ['grade'], where: [{ variable: 'part', anyOf: codes }] })
    await expect(pick(EAST, OUTSIDE)).rejects.toMatchObject(REFUSED_CONDITION)
    await expect(pick(EAST)).rejects.toMatchObject(REFUSED_CONDITION)
  })

  it('picks by one question of which every answer was given by enough people, however answers are joined', async () => {
    const town = await anonymous('genoeg', [...WITH_ONE_OUTSIDE.slice(1), ...people(10, { grade: 5 })])
    for (const [condition, picked] of [
      [{ variable: 'part', anyOf: [EAST] }, 20],
      [{ variable: 'part', anyOf: [EAST, WEST] }, 40],
      [{ variable: 'part', anyOf: [EAST], not: true }, 30],
      [{ variable: 'part', empty: 'any' }, 10],
    ] as const)
      await expect(seen(town, { questions: ['grade'], where: [condition] })).resolves.toMatchObject({ people: picked })
  })

  it('cannot pick by two conditions, a stretch of numbers or one of several ticks', async () => {
    const town = await anonymous('twee', people(40, { part: EAST, grade: 8, days: 5, used: [1] }))
    for (const where of [
      [
        { variable: 'part', anyOf: [EAST] },
        { variable: 'grade', anyOf: [8] },
      ],
      [{ variable: 'days', from: 3 }],
      [{ variable: 'used', anyOf: [1] }],
    ])
      await expect(seen(town, { questions: ['grade'], where })).rejects.toMatchObject(REFUSED_CONDITION)
  })

  it('cannot pick by why few have no answer', async () => {
    const town = await anonymous('waarom', [
      ...people(20, { part: EAST, heard: 1 }),
      ...people(9, { part: EAST, heard: -3 }),
      ...people(11, { part: EAST }),
    ])
    const pick = (kind: 'any' | readonly ['skipped']): Promise<unknown> =>
      seen(town, { questions: ['part'], where: [{ variable: 'heard', empty: kind }] })
    await expect(pick(['skipped'])).rejects.toMatchObject(REFUSED_CONDITION)
    await expect(pick('any')).resolves.toMatchObject({ people: 20 })
  })

  it('sees no question that few of those who are picked answered, nor that few of the others did', async () => {
    const town = await anonymous('anderen', [
      ...people(20, { part: EAST, heard: 1, grade: 8 }),
      ...people(1, { part: WEST, heard: 3, grade: 2 }),
      ...people(19, { part: WEST, heard: 1 }),
    ])
    const { variables } = await seen(town, {
      questions: ['grade', 'heard'],
      where: [{ variable: 'part', anyOf: [EAST] }],
    })
    expect(variables.map(({ groups, hidden }) => [groups.length, hidden.length])).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  it('is not shown a group of those who are picked, where few of it were left out', async () => {
    // Of 15 who were not heard 12 live in the east: the 3 others would follow from both figures.
    const town = await anonymous('splitsen', [
      ...people(12, { part: EAST, heard: 3, grade: 3 }),
      ...people(3, { part: WEST, heard: 3, grade: 1 }),
      ...people(20, { part: EAST, heard: 1, grade: 8 }),
      ...people(20, { part: WEST, heard: 1, grade: 7 }),
    ])
    const everybody = await seen(town, { questions: ['grade'], by: 'heard' })
    expect(everybody.variables[0]?.groups.map(({ code, base }) => [code, base.valid])).toEqual([
      [1, 40],
      [2, 0],
      [3, 15],
    ])
    const order = { where: [{ variable: 'part', anyOf: [EAST] }], by: 'heard' }
    const picked = await seen(town, { questions: ['grade'], ...order })
    expect(picked.variables[0]?.groups.map(({ code }) => code)).toEqual([2])
    expect(picked.hidden.map(({ code }) => code)).toEqual([1, 3])
    const compared = await waveComparison(server.context, town, { question: 'grade', ...order })
    expect(compared.hidden.map(({ code }) => code)).toEqual([1, 3])
  })
})

describe('a researcher who weights an anonymous round', () => {
  it('cannot make one person weigh as much as a town', async () => {
    const town = await anonymous('een', WITH_ONE_OUTSIDE)
    const targets = targetsOf({ [EAST]: 0.005, [WEST]: 0.005, [OUTSIDE]: 0.99 })
    await expect(seen(town, { questions: ['grade'], targets })).rejects.toMatchObject(REFUSED_WEIGHTS)
    await expect(
      waveComparison(server.context, town, { question: 'grade', by: 'part', targets }),
    ).rejects.toMatchObject(REFUSED_WEIGHTS)
  })

  it('is told by nothing that is tried which answer few people gave', async () => {
    const town = await anonymous('proef', WITH_ONE_OUTSIDE)
    for (const targets of [
      targetsOf({ [EAST]: 0.4, [WEST]: 0.5, [OUTSIDE]: 0.1 }),
      // Without a target for them: the refusal does not name who has none.
      targetsOf({ [EAST]: 0.5, [WEST]: 0.5 }),
    ])
      await expect(waveWeights(server.context, town, targets)).rejects.toMatchObject(REFUSED_WEIGHTS)
    const silent = await anonymous('stil', [...WITH_ONE_OUTSIDE.slice(1), ...people(2, { heard: 1 })])
    await expect(waveWeights(server.context, silent, targetsOf({ [EAST]: 0.5, [WEST]: 0.5 }))).rejects.toMatchObject(
      REFUSED_WEIGHTS,
    )
  })

  it('cannot weight by two questions where few gave both answers', async () => {
    const town = await anonymous('kruis', [...WITH_ONE_OUTSIDE.slice(1), ...people(1, { part: EAST, heard: 3 })])
    const more = await anonymous('kruisen', [...WITH_ONE_OUTSIDE.slice(1), ...people(10, { part: EAST, heard: 3 })])
    const targets = {
      margins: [...targetsOf({ [EAST]: 0.5, [WEST]: 0.5 }).margins, ...targetsOf({ 1: 0.8, 3: 0.2 }, 'heard').margins],
    }
    await expect(waveWeights(server.context, town, targets)).rejects.toMatchObject(REFUSED_WEIGHTS)
    await expect(waveWeights(server.context, more, targets)).resolves.toMatchObject({ weighting: { people: 50 } })
  })

  it('sees nobody weigh more than five people, and what that misses', async () => {
    const town = await anonymous('vijf', [...people(10, { part: EAST, grade: 3 }), ...people(90, { part: WEST })])
    const { weighting } = await waveWeights(server.context, town, targetsOf({ [EAST]: 0.9, [WEST]: 0.1 }))
    expect(weighting.trimmed).toBe(10)
    expect(weighting.spread).toMatchObject({ maximum: 5 })
    expect(weighting.largestError).toBeGreaterThan(0.4)
    const wide = { ...targetsOf({ [EAST]: 0.9, [WEST]: 0.1 }), trim: { low: 0.1, high: 100 } }
    expect((await waveWeights(server.context, town, wide)).weighting.spread).toMatchObject({ maximum: 5 })
  })

  it('is not shown a group in which few weigh anything', async () => {
    const town = await anonymous('gewicht', [
      ...people(1, { part: EAST, heard: 1, grade: 3 }),
      ...people(11, { part: EAST, grade: 9 }),
      ...people(15, { part: WEST, heard: 1, grade: 7 }),
      ...people(15, { part: WEST, heard: 3, grade: 6 }),
      ...people(20, { part: OUTSIDE, heard: 1, grade: 6 }),
    ])
    const targets = targetsOf({ 1: 0.5, 3: 0.5 }, 'heard')
    const { variables, hidden } = await seen(town, { questions: ['grade'], by: 'part', targets })
    expect(hidden.map(({ code }) => code)).toEqual([EAST, OUTSIDE])
    expect(variables[0]?.groups.map(({ code }) => code)).toEqual([WEST])
    const compared = await waveComparison(server.context, town, { question: 'grade', by: 'part', targets })
    expect(compared.hidden.map(({ code }) => code)).toEqual([EAST, OUTSIDE])
  })

  it('weights a round that is not anonymous as before', async () => {
    const town = await townWave(server.context, 'open-wegen', WITH_ONE_OUTSIDE)
    const targets = targetsOf({ [EAST]: 0.005, [WEST]: 0.005, [OUTSIDE]: 0.99 })
    expect((await waveWeights(server.context, town, targets)).weighting).toMatchObject({ trimmed: null, people: 41 })
  })
})
