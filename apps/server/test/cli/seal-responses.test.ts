import { findWaveByAddress, sealWave, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { answerWithCodes, openCodeWave } from '../sealing/code-wave.ts'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk
let wave: Wave

beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.end())
beforeEach(async () => {
  const found = await findWaveByAddress(desk.database.db, await desk.study())
  wave = await openCodeWave(desk.database.db, found?.study.id ?? '', 2)
})

const answer = (...numbers: readonly number[]): Promise<void> =>
  answerWithCodes(desk.database.db, { studyId: wave.studyId, waveId: wave.id, version: 1 }, numbers)

it('says how many must wait before anything is sealed', async () => {
  await answer(1, 2, 3)
  const { code, printed } = await desk.command('seal', '--wave', wave.address)
  expect([code, printed]).toEqual([
    0,
    ['Nothing was sealed: at least 2 answers are sealed together, and as many must wait behind them (4 altogether).'],
  ])
})

it('makes up for who was killed before the log was removed', async () => {
  await answer(1, 2, 3)
  await sealWave(desk.database.db, { studyId: wave.studyId, waveId: wave.id }, { today: '2026-11-22', final: true })
  const { code, printed } = await desk.command('seal', '--wave', wave.address)
  expect([code, printed.at(-1)]).toEqual([0, 'The write-ahead log of before is gone (primary).'])
})

it('seals what waits at the end of a wave, and says that the log of it is gone', async () => {
  await answer(1, 2, 3)
  const { code, printed } = await desk.command('seal', '--wave', wave.address, '--final')
  expect([code, printed]).toEqual([
    0,
    ['Sealed portion 1: 3 responses, 3 codes.', 'The write-ahead log of before is gone (primary).'],
  ])
  expect((await desk.command('seal', '--wave', wave.address, '--final')).printed).toHaveLength(1)
})
