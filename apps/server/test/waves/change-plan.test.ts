import { findVersion, findWave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changePlan, type WantedChanges } from '../../src/waves/change-plan.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'

/** The standing clock says 22 November 2026. */
let server: StartedServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

describe('two people who set the days of one round at the same moment', () => {
  it('are told when the last day of one is before the first of the other, and the first stands', async () => {
    const { context } = server
    const { db } = context.database
    const seen = await openWmoWave(context, 'twee-tegelijk', { opensOn: '2026-12-01' })
    const version = await findVersion(db, seen.studyId, seen.version)
    if (version === null) throw new Error('no version')
    const sets = (wanted: WantedChanges) => changePlan(context, seen, version.questionnaire, wanted)
    await sets({ opensOn: '2026-12-20' })
    await expect(sets({ closesOn: '2026-12-10' })).rejects.toMatchObject({
      code: 'waveDaysRefused',
      details: { opensOn: '2026-12-20', closesOn: '2026-12-10' },
    })
    expect(await findWave(db, { studyId: seen.studyId, waveId: seen.id })).toMatchObject({
      opensOn: '2026-12-20',
      closesOn: null,
    })
  })
})
