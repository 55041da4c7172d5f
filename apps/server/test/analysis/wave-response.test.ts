import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waveResponse } from '../../src/analysis/wave-response.ts'
import { markInvitations, type Mark } from '../../src/fieldwork/mark-invitations.ts'
import { answer, askedWave, type Asked } from '../fieldwork/asked-wave.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { answeredRound, aStudy, people } from './answered-round.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

const AREA = { type: 'radiogroup', name: 'area', title: 'Waar woont u?', choices: ['oost', 'west'] }
const DEFINITION = { title: 'Hulp', pages: [{ name: 'een', elements: [AREA] }] }
const ANSWERS = [...people(20, { area: 'oost' }), ...people(60, { area: 'west' }), {}]
const FRAME = { population: 300, invited: 200, source: { nl: 'Lijst' }, strata: { area: { '1': 150, '2': 150 } } }

describe('a round without a list', () => {
  it('has no response rate, and nobody in it is missing', async () => {
    const wave = await answeredRound(server.context, await aStudy(server.context), DEFINITION, ANSWERS)
    expect(await waveResponse(server.context, wave)).toMatchObject({
      basis: 'none',
      reached: null,
      answered: 81,
      rate: null,
      byGroup: null,
      missing: [],
    })
  })
})

describe('a round of which the list is known', () => {
  it('has a rate of those who were asked, and tells which group answered less than the list would have it', async () => {
    const study = await aStudy(server.context)
    const wave = await answeredRound(server.context, study, DEFINITION, ANSWERS, { frame: FRAME })
    const found = await waveResponse(server.context, wave)
    expect(found).toMatchObject({ basis: 'list', reached: 200, answered: 81, rate: 81 / 200 })
    expect(
      found.missing[0]?.groups.map(({ people: all, answered, missing, verdict }) => [all, answered, missing, verdict]),
    ).toEqual([
      [150, 20, 20, 'lower'],
      [150, 60, -20, 'higher'],
    ])
  })

  it('has none where more answered than were asked: the link went further than the list', async () => {
    const study = await aStudy(server.context)
    const frame = { ...FRAME, invited: 50 }
    const wave = await answeredRound(server.context, study, DEFINITION, ANSWERS, { frame })
    expect(await waveResponse(server.context, wave)).toMatchObject({ basis: 'none', rate: null })
  })
})

describe('a round with a code for each person', () => {
  it('tells of each group who could be reached and who answered', async () => {
    const { wave, people: asked } = await askedWave(server.context, 'codeConfidential', 12)
    const oost = asked.filter(({ stratum }) => stratum === 'Oost')
    const mark = (kind: Mark, which: readonly Asked[]) =>
      markInvitations(server.context, wave, { mark: kind, invitations: which.map(({ id }) => id) })
    await mark('invited', asked)
    await mark('undeliverable', oost.slice(3))
    for (const [n, person] of oost.slice(0, 2).entries()) await answer(server.context, wave, n + 1, person.codeHash)
    const found = await waveResponse(server.context, wave)
    expect(found).toMatchObject({ basis: 'codes', reached: 11, answered: 2, rate: 2 / 11, rounded: null })
    expect(found.byGroup?.strata).toMatchObject([
      { stratum: 'Oost', asked: 4, unreachable: 1, answered: 2, rate: 2 / 3, verdict: 'tooFewToSay' },
      { stratum: 'West', asked: 8, unreachable: 0, answered: 0, rate: 0, verdict: 'tooFewToSay' },
    ])
  })

  it('tells of an anonymous round no more than tens by group, and tests nothing', async () => {
    const { wave, people: asked } = await askedWave(server.context, 'codeAnonymous', 12)
    for (const [n, person] of asked.slice(0, 3).entries()) await answer(server.context, wave, n + 1, person.codeHash)
    const found = await waveResponse(server.context, wave)
    expect(found).toMatchObject({ basis: 'roundedCodes', byGroup: null })
    expect(found.rounded?.every(({ usedAtLeast }) => usedAtLeast % 10 === 0)).toBe(true)
  })
})
