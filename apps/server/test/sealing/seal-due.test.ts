import { closeWave, countResponses, findWave, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { sealDue } from '../../src/sealing/seal-due.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { answerWithCodes, openCodeWave, openCodeWaveOfItsOwn } from './code-wave.ts'

let server: StartedServer
let wave: Wave

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())
beforeEach(async () => {
  wave = await openCodeWaveOfItsOwn(server.context.database.db, 5)
})

const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n)
const answer = (from: number, to: number): Promise<void> =>
  answerWithCodes(server.context.database.db, { studyId: wave.studyId, waveId: wave.id, version: 1 }, numbers(from, to))
const counted = (): Promise<number> => countResponses(server.context.database.db, wave.studyId, wave.id)
const state = async (): Promise<string | undefined> =>
  (await findWave(server.context.database.db, { studyId: wave.studyId, waveId: wave.id }))?.state

it('seals a portion by itself as soon as enough wait behind it', async () => {
  await answer(1, 5)
  await sealDue(server.context)
  await answer(6, 9)
  await sealDue(server.context)
  expect(await counted()).toBe(0)
  await answer(10, 10)
  await sealDue(server.context)
  expect(await counted()).toBe(5)
})

it('seals all but a portion of a crowd that came between two looks, and again when a portion more has come', async () => {
  await answer(1, 15)
  await sealDue(server.context)
  expect(await counted()).toBe(10)
  await answer(16, 19)
  await sealDue(server.context)
  expect(await counted()).toBe(10)
  await answer(20, 20)
  await sealDue(server.context)
  expect(await counted()).toBe(15)
})

it('ends a wave on the day after its days of grace, with everything that waits, and not a day before', async () => {
  const reference = { studyId: wave.studyId, waveId: wave.id }
  await answer(1, 3)
  await closeWave(server.context.database.db, reference, '2026-11-01')
  await sealDue(server.context)
  expect([await state(), await counted()]).toEqual(['closed', 0])
  const tomorrow = { ...server.context, clock: { now: () => new Date('2026-11-23T10:00:00Z') } }
  await sealDue(tomorrow)
  expect([await state(), await counted()]).toEqual(['sealed', 3])
})

it('seals the other waves when one cannot be sealed, and writes down that one could not', async () => {
  const { db } = server.context.database
  const other = await openCodeWave(db, wave.studyId, 5)
  const [first, second] = [wave, other].toSorted((one, two) => (one.id < two.id ? -1 : 1))
  for (const one of [wave, other]) await closeWave(db, { studyId: one.studyId, waveId: one.id }, '2026-01-01')
  const holder = await db.startTransaction().execute()
  await holder
    .selectFrom('waves')
    .select('id')
    .where('id', '=', first?.id ?? '')
    .forUpdate()
    .execute()
  await sealDue(server.context)
  await holder.rollback().execute()
  const stateOf = async (waveId = ''): Promise<string | undefined> =>
    (await findWave(db, { studyId: wave.studyId, waveId }))?.state
  expect([await stateOf(first?.id), await stateOf(second?.id)]).toEqual(['closed', 'sealed'])
  expect(server.logged()).toContain('not sealed now, but later')
})

it('tells the researcher nothing of answers that are not sealed', async () => {
  await answer(1, 8)
  const cookie = await server.signIn()
  const reply = await fetch(`${server.origin}/api/studies`, { headers: { cookie } })
  const { studies } = (await reply.json()) as { studies: { id: string; waves: { answers: number }[] }[] }
  expect(studies.find(({ id }) => id === wave.studyId)?.waves).toMatchObject([{ answers: 0 }])
})

it('answers 410 to somebody who comes after the end, and 200 to who had sent before', async () => {
  await answer(1, 1)
  await closeWave(server.context.database.db, { studyId: wave.studyId, waveId: wave.id }, '2026-01-01')
  await sealDue(server.context)
  const put = (n: number): Promise<Response> =>
    fetch(`${server.origin}/api/waves/${wave.address}/responses/00000000-0000-4000-8000-00000000000${n}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ answers: {}, language: 'nl' }),
    })
  const late = await put(2)
  expect([late.status, await late.json()]).toMatchObject([410, { code: 'waveSealed' }])
  expect((await put(1)).status).toBe(409)
})
