import { closeWave, holdStudy, saveRetentionTerms } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

it('tells a researcher how long her study keeps what, until when, and what holds it', async () => {
  const wave = await openWmoWave(server.context, 'bewaren')
  const { db } = server.context.database
  const cookie = await server.signIn()
  const retention = async (): Promise<unknown> =>
    (await ask(server, `/api/studies/${wave.studyId}`, { headers: { cookie } })).json()['retention']
  expect(await retention()).toEqual({
    contacts: { months: 3, until: null },
    answers: { months: 24, until: null },
    publications: { months: null },
    held: null,
  })
  await closeWave(db, { studyId: wave.studyId, waveId: wave.id }, '2026-11-30')
  await saveRetentionTerms(db, wave.studyId, { contacts: 1, answers: 3, publications: 120 })
  const held = { reason: 'Klacht 12', by: 'Fatima', on: '2026-12-01' }
  await holdStudy(db, wave.studyId, held)
  expect(await retention()).toEqual({
    contacts: { months: 1, until: '2026-12-30' },
    answers: { months: 3, until: '2027-02-28' },
    publications: { months: 120 },
    held,
  })
})
