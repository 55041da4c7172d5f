import { createStudy, findStudy, raiseStudyPolicy, type Study } from '@klankbord/storage'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { waveFrequencies } from '../../src/analysis/wave-frequencies.ts'
import { publishWave } from '../../src/publication/publish-wave.ts'
import { keptFor } from '../../src/retention/kept-for.ts'
import { policyOf, raisePolicy, studyPolicy } from '../../src/study/study-policy.ts'
import { townWave } from '../analysis/town-wave.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer
let study: Study

beforeAll(async () => {
  server = await startServer({ policy: { leastGroup: 8, indicativeBelow: 30, sensitiveCell: 4 } })
})
afterAll(() => server.end())
beforeEach(async () => {
  study = await createStudy(server.context.database.db, {
    title: { nl: 'Ervaringen' },
    organisation: { name: 'Voorbeeldstad' },
    sample: false,
    tryOut: false,
    definitionText: '{}',
    plan: { questions: [], breakdowns: [] },
  })
})

async function now(): Promise<Study> {
  return (await findStudy(server.context.database.db, study.id)) ?? study
}

describe('the policy of a study', () => {
  it('is that of the installation until somebody raises it', async () => {
    expect(policyOf(server.context, study)).toEqual({ leastGroup: 8, indicativeBelow: 30, sensitiveCell: 4 })
    expect(await raisePolicy(server.context, study, { leastGroup: 15 })).toMatchObject({ leastGroup: 15 })
    expect(await studyPolicy(server.context, study.id)).toMatchObject({ leastGroup: 15, sensitiveCell: 4 })
    expect(await raisePolicy(server.context, await now(), { sensitiveCell: 6 })).toEqual({
      leastGroup: 15,
      indicativeBelow: 30,
      sensitiveCell: 6,
    })
  })

  it('is never lowered, neither below the installation nor below what the study raised', async () => {
    await expect(raisePolicy(server.context, study, { leastGroup: 7 })).rejects.toMatchObject({
      code: 'policyLowered',
      details: { rule: 'leastGroup', given: 7, now: 8 },
    })
    await raisePolicy(server.context, study, { leastGroup: 15 })
    await expect(raisePolicy(server.context, await now(), { leastGroup: 14 })).rejects.toMatchObject({
      code: 'policyLowered',
      details: { now: 15 },
    })
    expect((await now()).policy).toEqual({ leastGroup: 15 })
  })

  it('keeps the higher value of two people who raise it at once', async () => {
    const { db } = server.context.database
    await Promise.all([20, 12].map((leastGroup) => raiseStudyPolicy(db, study.id, { leastGroup })))
    await raiseStudyPolicy(db, study.id, { leastGroup: 9, sensitiveCell: 5 })
    expect((await now()).policy).toEqual({ leastGroup: 20, sensitiveCell: 5 })
  })

  it('refuses what is no rule that could hold', async () => {
    for (const leastGroup of [4, 101, 12.5, Number.NaN])
      await expect(raisePolicy(server.context, study, { leastGroup })).rejects.toMatchObject({
        code: 'policyNotUsable',
      })
    await expect(raiseStudyPolicy(server.context.database.db, 'geen-id', { leastGroup: 20 })).rejects.toMatchObject({
      code: 'unknownStudy',
    })
  })
})

describe('a study that raised its least group', () => {
  const ANSWERS = Array.from({ length: 12 }, (_, place) => ({ part: 1 + (place % 2) }))

  it('publishes nothing of fewer people, and shows researchers nothing of them in an anonymous round', async () => {
    const wave = await townWave(server.context, 'strenger', ANSWERS, { mode: 'codeAnonymous' })
    await expect(waveFrequencies(server.context, wave, { questions: ['part'] })).resolves.toMatchObject({
      people: 12,
      leastGroup: 8,
    })
    await raisePolicy(server.context, { id: wave.studyId, policy: null }, { leastGroup: 13 })
    await expect(waveFrequencies(server.context, wave, {})).rejects.toMatchObject({
      code: 'tooFewToAnalyse',
      details: { least: 13 },
    })
    await expect(publishWave(server.context, wave)).rejects.toMatchObject({
      code: 'tooFewResponses',
      details: { least: 13 },
    })
    await expect(keptFor(server.context, wave)).resolves.toMatchObject({ leastGroup: 13 })
  })
})
