import { sealWave } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { studyAccount } from '../../src/fieldwork/study-account.ts'
import { studyAt } from '../../src/study/find-study.ts'
import { raisePolicy } from '../../src/study/study-policy.ts'
import { studySummary } from '../../src/study/study-summary.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { answer, askedWave } from './asked-wave.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

it('strata are as large, and counts as round, as the rules of the study ask', async () => {
  const { context } = server
  const { wave, people } = await askedWave(context, 'codeAnonymous', 36)
  for (const [at, { codeHash }] of people.entries()) await answer(context, wave, at + 1, codeHash)
  const found = async () => {
    const account = await studyAccount(context, wave)
    const { waves } = await studySummary(context, await studyAt(context, wave.studyId))
    return { strata: account.mode === 'codeAnonymous' && account.strata, codes: waves[0]?.codes }
  }
  await seal()
  expect(await found()).toEqual({
    strata: [
      { strata: ['Oost'], made: 12, usedAtLeast: 10 },
      { strata: ['West'], made: 24, usedAtLeast: 20 },
    ],
    codes: { made: 36, used: 30 },
  })
  await raisePolicy(context, await studyAt(context, wave.studyId), { leastGroup: 13 })
  expect(await found()).toEqual({
    strata: [
      { strata: ['West'], made: 24, usedAtLeast: 13 },
      { strata: ['Oost'], made: 12, usedAtLeast: 0 },
    ],
    codes: { made: 36, used: 26 },
  })

  async function seal(): Promise<void> {
    const place = { studyId: wave.studyId, waveId: wave.id }
    await sealWave(context.database.db, place, { today: '2026-11-22', final: true })
  }
})
