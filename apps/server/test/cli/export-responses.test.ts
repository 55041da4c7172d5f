import { findWaveByAddress, sealWave, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerWithCodes, openCodeWave } from '../sealing/code-wave.ts'
import { openDesk, type Desk } from './study-on-disk.ts'

const WHY = ['--purpose', 'Toets van de weging', '--by', 'Fatima'] as const

let desk: Desk
let wave: Wave

beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.end())
beforeEach(async () => {
  const found = await findWaveByAddress(desk.database.db, await desk.study())
  wave = await openCodeWave(desk.database.db, found?.study.id ?? '')
})

async function ended(responses: number): Promise<void> {
  const place = { studyId: wave.studyId, waveId: wave.id, version: 1 }
  await answerWithCodes(
    desk.database.db,
    place,
    Array.from({ length: responses }, (_, n) => n + 1),
  )
  await sealWave(desk.database.db, place, { today: '2026-11-22', final: true })
}

const exported = (...why: readonly string[]) => desk.command('responses', 'export', '--wave', wave.address, ...why)
const looks = async () => (await desk.command('responses', 'looks', wave.address)).printed

describe('somebody who wants the single responses of an anonymous round', () => {
  it('says for what and who they are; both are kept, and read by whoever asks', async () => {
    await ended(10)
    for (const why of [[], ['--purpose', 'x'], ['--by', 'Fatima'], ['--purpose', ' ', '--by', 'Fatima']]) {
      const { code, printed, warned } = await exported(...why)
      expect([code, printed, warned.join()]).toEqual([1, [], expect.stringContaining('--purpose and --by')])
    }
    expect(await looks()).toEqual(['Nobody looked at single answers of this study.'])
    expect((await exported(...WHY)).printed).toHaveLength(11)
    expect(await looks()).toEqual([`2026-11-22  ${wave.address}  10 responses, by Fatima: Toets van de weging`])
  })

  it('gets none of fewer than ten people, whatever the reason', async () => {
    await ended(9)
    const { code, printed, warned } = await exported(...WHY)
    expect([code, printed, warned.join()]).toEqual([1, [], expect.stringContaining('fewer than 10')])
    expect(await looks()).toEqual(['Nobody looked at single answers of this study.'])
  })
})
