import { wilsonInterval } from '@klankbord/statistics'
import type { Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waveFrequencies, type VariableFigures } from '../../src/analysis/wave-frequencies.ts'
import { waveComparison } from '../../src/analysis/wave-comparison.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { aStudy, answeredRound, people as answering } from './answered-round.ts'
import { people, townWave } from './town-wave.ts'
import { sampleWave } from './sample-wave.ts'

let server: StartedServer
let wave: Wave

beforeAll(async () => {
  server = await startServer()
  wave = await sampleWave(server.context)
})
afterAll(() => server.end())

/** How many stored answers to a question are this one. */
async function stored(question: string, code: number): Promise<number> {
  const { db } = server.context.database
  const rows = await db.selectFrom('responses').select('answers').where('wave_id', '=', wave.id).execute()
  return rows.filter(({ answers }) => answers[question] === code).length
}

/** The figures of everybody for the one question that was asked about. */
function onlyGroup(variables: readonly VariableFigures[]): VariableFigures['groups'][number] {
  const [group, ...others] = variables.flatMap(({ groups }) => groups)
  if (group === undefined || others.length > 0) throw new Error('expected one question and everybody')
  return group
}

const WHERE_TO_GO = 't1'

describe('a researcher who looks at the frequencies of a wave', () => {
  it('sees of each answer what was stored, with the bases that it is a share of', async () => {
    const figures = await waveFrequencies(server.context, wave, { questions: [WHERE_TO_GO] })
    const { base, options = [], ...everybody } = onlyGroup(figures.variables)
    expect(options.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5])
    for (const { code, count } of options) expect([code, count]).toEqual([code, await stored(WHERE_TO_GO, code)])
    expect(everybody).toMatchObject({
      people: 599,
      population: wave.frame?.population,
    })
    const { asked, answered, valid, empties } = base
    expect(valid).toBe(options.reduce((sum, { count }) => sum + count, 0))
    expect([asked, answered]).toEqual([599, 599 - (empties.skipped ?? 0)])
    expect(answered - valid).toBe((empties.dontKnow ?? 0) + (empties.refused ?? 0))
  })
})

const [EAST, WEST] = [1, 2]

/** A town of 200, of which 30 answered. */
const ANSWERS = [
  ...people(12, { part: EAST, heard: 1, grade: 8, used: [1, 2], days: 10, over: 1, story: 'Goed' }),
  ...people(8, { part: EAST, heard: 3, grade: 5, used: [1], days: 30, over: 2 }),
  ...people(6, { part: WEST, heard: 1, grade: 9, days: 40, over: 1 }),
  ...people(4, { part: WEST, heard: -3 }),
]

describe('a researcher who looks at every kind of question', () => {
  it('sees grades, ticks, waits, scales and texts, each with what fits it', async () => {
    const town = await townWave(server.context, 'dorp', ANSWERS, { population: 200 })
    const { variables } = await waveFrequencies(server.context, town, {
      questions: ['heard', 'used', 'grade', 'report', 'wait', 'story'],
    })
    const [heard, used, grade, report, wait, story] = variables.map(({ groups }) => groups[0])
    expect(heard?.boxes?.positive).toEqual({ ...share(18, 26, 200) })
    expect(heard?.base).toMatchObject({ asked: 30, answered: 30, valid: 26, empties: { dontKnow: 4 } })
    expect(used?.options?.map(({ count }) => count)).toEqual([20, 12])
    expect(used?.ticks).toMatchObject({ ticked: 20, responses: 32, options: [{ ofTicked: 1 }, { ofTicked: 12 / 20 }] })
    expect(grade?.numbers).toMatchObject({
      n: 26,
      mean: (12 * 8 + 8 * 5 + 6 * 9) / 26,
      range: { minimum: 5, maximum: 9 },
    })
    expect(report?.grades).toEqual({ insufficient: share(8, 26, 200), good: share(18, 26, 200) })
    expect(wait?.waiting).toMatchObject({ n: 26, over: 18, stillWaiting: 8, median: { days: 40 } })
    expect(story?.base).toMatchObject({ valid: 12 })
    expect(story).not.toHaveProperty('options')
  })

  it('picks people by conditions that all hold, and knows no population of them', async () => {
    const town = await townWave(server.context, 'deel', ANSWERS, { population: 200 })
    const where = [
      { variable: 'part', anyOf: [EAST] },
      { variable: 'grade', from: 6, not: true },
    ] as const
    const { people: picked, variables } = await waveFrequencies(server.context, town, { questions: ['heard'], where })
    expect(picked).toBe(8)
    expect(variables[0]?.groups[0]?.population).toBeNull()
    expect(variables[0]?.groups[0]?.options?.map(({ count }) => count)).toEqual([0, 0, 8])
  })

  it('sees weighted figures beside the others, as the known margins make them', async () => {
    const town = await townWave(server.context, 'wegen', [...ANSWERS, ...people(2, { heard: 1 })])
    const categories = [
      { code: EAST, count: 50 },
      { code: WEST, count: 150 },
    ]
    const targets = { margins: [{ variable: 'part', categories }] }
    const { weighting, variables } = await waveFrequencies(server.context, town, {
      questions: ['heard', 'grade'],
      targets,
    })
    expect(weighting).toMatchObject({ method: 'postStratification', people: 30, leftOut: 2, trimmed: null })
    expect(weighting?.largestError).toBeLessThan(1e-9)
    // A quarter of the people in East stand for 20, three quarters in West for 10.
    const [east, west] = [(0.25 * 30) / 20, (0.75 * 30) / 10]
    const positive = variables[0]?.groups[0]?.boxes?.positive
    expect(positive?.count).toBe(20)
    expect(positive?.weighted?.share).toBeCloseTo((12 * east + 6 * west) / (20 * east + 6 * west), 12)
    const mean = (12 * 8 * east + 8 * 5 * east + 6 * 9 * west) / (20 * east + 6 * west)
    expect(variables[1]?.groups[0]?.numbers?.weighted?.mean).toBeCloseTo(mean, 12)
  })

  it('is told in words of people which category makes weighting impossible', async () => {
    const town = await townWave(server.context, 'onmogelijk', ANSWERS)
    const refused = (categories: readonly { readonly code: number; readonly count: number }[]): Promise<unknown> =>
      waveFrequencies(server.context, town, { targets: { margins: [{ variable: 'part', categories }] } })
    const [east, west, outside] = [EAST, WEST, 3].map((code) => ({ code, count: 50 }))
    if (!east || !west || !outside) throw new Error('three parts')
    await expect(refused([east, west, outside])).rejects.toMatchObject({
      code: 'marginWithoutPeople',
      details: { variable: 'part', code: 3, label: 'Buiten' },
    })
    await expect(refused([east])).rejects.toMatchObject({ code: 'marginWithoutTotal', details: { label: 'West' } })
    await expect(refused([east, east, west])).rejects.toMatchObject({ code: 'targetTwice' })
  })
})

describe('a researcher whose list is too short for who answered in one group', () => {
  it('sees the figures of all groups, and of that one that its list does not fit', async () => {
    const choices = [1, 2].map((value) => ({ value, text: `Deel ${value}` }))
    const elements = ['part', 'q'].map((name) => ({ type: 'radiogroup', name, title: name, choices }))
    const definition = { title: 'Lijst', locale: 'nl', pages: [{ name: 'one', elements }] }
    const frame = { population: 100, invited: 100, source: { nl: 'De lijst' }, strata: { part: { '1': 4, '2': 96 } } }
    const given = [...answering(5, { part: 1, q: 1 }), ...answering(3, { part: 2, q: 2 })]
    const round = await answeredRound(server.context, await aStudy(server.context), definition, given, { frame })
    const { variables } = await waveFrequencies(server.context, round, { questions: ['q'], by: 'part' })
    const [short, fitting] = variables[0]?.groups ?? []
    expect(short).toMatchObject({ people: 5, population: null, listed: 4, options: [{ count: 5 }, { count: 0 }] })
    expect(fitting).toMatchObject({ people: 3, population: 96 })
    expect(fitting).not.toHaveProperty('listed')
  })
})

describe('a researcher who asks for very much at once', () => {
  const choices = (count: number): readonly object[] =>
    Array.from({ length: count }, (_, place) => ({ value: place + 1, text: `Antwoord ${place + 1}` }))
  const question = (name: string, count: number): object => ({
    type: 'radiogroup',
    name,
    title: name,
    choices: choices(count),
  })
  const names = Array.from({ length: 60 }, (_, at) => `q${at}`)
  const elements = [question('street', 200), ...names.map((name) => question(name, 9))]
  const definition = { title: 'Groot', locale: 'nl', pages: [{ name: 'one', elements }] }

  it('is told how much that is and how much can be, and has it in parts', async () => {
    const study = await aStudy(server.context)
    const round = await answeredRound(server.context, study, definition, [{ street: 7, q0: 1 }])
    const asked = (questions: readonly string[]): Promise<unknown> =>
      waveFrequencies(server.context, round, { questions, by: 'street' })
    const details = { figures: 60 * 9 * 200, most: 100_000 }
    await expect(asked(names)).rejects.toMatchObject({ code: 'tooManyFigures', details })
    await expect(asked(names.slice(0, 2))).resolves.toMatchObject({ people: 1 })
    const compared = waveComparison(server.context, round, { question: 'street', by: 'street' })
    await expect(compared).rejects.toMatchObject({ code: 'tooManyFigures', details: { figures: 200 * 200 } })
  })
})

describe('a researcher who looks at an anonymous wave', () => {
  it('is refused fewer than ten people, those who are left over included', async () => {
    const town = await townWave(server.context, 'verborgen', ANSWERS, { mode: 'codeAnonymous' })
    const asked = (code: number, not?: true): Promise<unknown> =>
      waveFrequencies(server.context, town, { where: [{ variable: 'heard', anyOf: [code], not }] })
    await expect(asked(3)).rejects.toMatchObject({ code: 'tooFewToAnalyse', details: { least: 10 } })
    await expect(asked(3, true)).rejects.toMatchObject({ code: 'tooFewToAnalyse' })
    // Enough people both sides, but among the others are answers that few gave.
    await expect(asked(1)).rejects.toMatchObject({ code: 'conditionTellsOfFew' })
  })

  it('sees neither a question that few of a group answered, nor what one person said at most', async () => {
    const town = await townWave(server.context, 'weinig', ANSWERS, { mode: 'codeAnonymous' })
    const { variables } = await waveFrequencies(server.context, town, { questions: ['grade'], by: 'part' })
    const [nobody, ...others] = variables[0]?.groups ?? []
    expect([nobody?.code, nobody?.base.valid, others.length]).toEqual([3, 0, 0])
    expect(variables[0]?.hidden.map(({ code }) => code)).toEqual([EAST, WEST])
    const everybody = await waveFrequencies(server.context, town, { questions: ['grade'] })
    expect(everybody.variables[0]?.groups[0]?.numbers).not.toHaveProperty('range')
  })
})

/** A share with the interval of Wilson in a population. */
function share(count: number, n: number, population: number): object {
  const { share: of, low, high } = wilsonInterval({ count, n, population })
  return { count, share: of, interval: { low, high } }
}
