import { randomUUID } from 'node:crypto'
import { addContacts, closeWave, deletionProof, eraseContacts, openDatabase } from '@klankbord/storage'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { contactStore } from '../../src/contacts/contact-store.ts'
import { forgetDaily, forgetWhatIsOver } from '../../src/upkeep/forget-daily.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { keptDrafts, openWmoWave } from '../wmo-wave.ts'

const DAY = 24 * 60 * 60 * 1000

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

it('forgets, while the server runs on, what was not sent for four weeks', async () => {
  const wave = await openWmoWave(server.context, 'loopt-door')
  const { db } = server.context.database
  const draft = { study_id: wave.studyId, wave_id: wave.id, revision: 1, answers: '{}', language: 'nl', asked: '[]' }
  const weeks = ['2026-W46', '2026-W47']
  await db
    .insertInto('drafts')
    .values(weeks.map((week) => ({ ...draft, id: randomUUID(), week })))
    .execute()

  let now = server.context.clock.now().getTime()
  const end = forgetDaily({ ...server.context, clock: { now: () => new Date(now) } })
  now += 28 * DAY
  vi.advanceTimersByTime(DAY - 1)
  expect(await keptDrafts(server.context, wave)).toBe(2)
  vi.advanceTimersByTime(1)
  await vi.waitFor(async () => expect(await keptDrafts(server.context, wave)).toBe(1))
  now += 7 * DAY
  vi.advanceTimersByTime(DAY)
  await end()
  expect(await keptDrafts(server.context, wave)).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

it('writes down a day on which the database was away, and goes on', async () => {
  const away = openDatabase('postgresql://nobody@/none?host=/nonexistent', { connectTimeout: 200 })
  const before = server.logged().length
  const end = forgetDaily({ ...server.context, database: away })
  vi.advanceTimersByTime(2 * DAY)
  await end()
  await away.close()
  const lines = server.logged().slice(before)
  expect(lines.match(/databaseUnavailable/g)?.length).toBeGreaterThanOrEqual(2)
  expect(lines).not.toContain('nonexistent')
})

it('starts all the same, and deletes what else is over, when a deletion cannot be written down', async () => {
  const { db } = server.context.database
  const wave = await openWmoWave(server.context, 'bewaartijd')
  await closeWave(db, { studyId: wave.studyId, waveId: wave.id }, '2026-01-31')
  const contact = { name: 'Bo', address: [], email: 'bo@voorbeeldstad.example', phone: null }
  const rest = { language: null, reachBy: null, consent: null }
  for (const studyId of [randomUUID(), wave.studyId])
    await addContacts(contactStore(server.context), { studyId, purpose: 'again' }, [{ ...contact, ...rest }])
  const lost = await db.selectFrom('contact.study_keys').select('study_id').execute()
  for (const { study_id: studyId } of lost.filter((key) => key.study_id !== wave.studyId))
    await eraseContacts(db, studyId, {}, { why: 'erased', by: 'Fatima', on: '2026-11-22' })
  const before = server.logged().length
  await forgetWhatIsOver(server.context)
  const lines = server.logged().slice(before)
  expect(lines).toContain('"route":"retention"')
  expect(lines).toContain('"deletions":1')
  expect((await deletionProof(db, wave.studyId)).deletions).toMatchObject([{ what: 'contacts', rows: 1 }])
})
