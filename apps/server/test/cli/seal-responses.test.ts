import { closeWave, findWave, findWaveByAddress, sealWave, type Wave } from '@klankbord/storage'
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

it('does not end a wave while people may still send, unless somebody says that it must', async () => {
  await answer(1)
  const ending = ['seal', '--wave', wave.address, '--final'] as const
  const open = await desk.command(...ending)
  expect([open.code, open.printed, open.warned.join()]).toEqual([1, [], expect.stringContaining('wave close')])
  const { warned: closed } = await desk.command('wave', 'close', '--wave', wave.address)
  expect(closed).toEqual([])
  const finishing = await desk.command(...ending)
  expect([finishing.code, finishing.warned.join()]).toEqual([1, expect.stringContaining('may send until 2026-12-13')])
  expect((await findWave(desk.database.db, { studyId: wave.studyId, waveId: wave.id }))?.state).toBe('closed')

  const asked: string[] = []
  const types = (typed: string) => ({ ask: (question: string) => Promise.resolve((asked.push(question), typed)) })
  const slip = await desk.command([...ending, '--now'], types('ja'))
  expect([slip.code, slip.warned]).toEqual([1, ['Nothing was done.']])
  expect(asked.join()).toContain('can never be sent')
  expect((await desk.command([...ending, '--now'], types(wave.address))).code).toBe(0)
  expect((await findWave(desk.database.db, { studyId: wave.studyId, waveId: wave.id }))?.state).toBe('sealed')
})

it('ends a wave without further ado when its days of grace are over', async () => {
  await answer(1)
  await closeWave(desk.database.db, { studyId: wave.studyId, waveId: wave.id }, '2026-10-01')
  expect((await desk.command('seal', '--wave', wave.address, '--final')).code).toBe(0)
})

it('seals what waits at the end of a wave, and says that the log of it is gone', async () => {
  await answer(1, 2, 3)
  const { code, printed } = await desk.command('seal', '--wave', wave.address, '--final', '--now')
  expect([code, printed]).toEqual([
    0,
    ['Sealed portion 1: 3 responses, 3 codes.', 'The write-ahead log of before is gone (primary).'],
  ])
  expect((await desk.command('seal', '--wave', wave.address, '--final')).printed).toHaveLength(1)
})
