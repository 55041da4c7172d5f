import { dueClearings, listRedactions, readAuditLog } from '@klankbord/storage'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { clearUp } from '../../src/sealing/clear-up.ts'
import { ask } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { answered, openQuotingWave, staffOf, type QuotingWave } from './quoting-wave.ts'

const PLANTED = 'Mevrouw Zonnebloemveld'
const PURPOSE = { purpose: 'Namen weghalen' }
const WHY = 'Er stond een naam in'

let server: StartedServer
let wave: QuotingWave
let officer: Awaited<ReturnType<typeof staffOf>>
let people: Awaited<ReturnType<typeof answered>>

beforeAll(async () => {
  server = await startServer()
  wave = await openQuotingWave(server, 'namen', 'codeAnonymous')
  people = await answered(server, wave, [
    { story: `${PLANTED} hielp mij heel goed`, quotable: true },
    ...Array.from({ length: 11 }, (_, n) => ({ story: `Het duurde ${n} weken`, quotable: true })),
  ])
  officer = await staffOf(server, wave, 'Pim', ['privacyOfficer'])
})
afterAll(() => server.end())

interface Flagged {
  readonly response: string
  readonly variable: string
  readonly text: string
  readonly digest: string
  readonly found: readonly { readonly start: number; readonly end: number }[]
}

async function flagged(): Promise<readonly Flagged[]> {
  const answer = await officer(`${wave.path}/flagged`, { json: PURPOSE })
  return (answer.json() as { answers: readonly Flagged[] }).answers
}

const storedText = async (): Promise<string> =>
  JSON.stringify(await server.context.database.db.selectFrom('responses').selectAll().execute())

/** Whether these words stand in any file of the database, its log included. */
async function onDisk(words: string): Promise<boolean> {
  const { db } = server.context.database
  await sql`checkpoint`.execute(db)
  const { rows } = await sql<{ found: boolean }>`
    with files (name) as (
      select folder || '/' || file from (
        select 'base/' || oid as folder from pg_database where datname = current_database()
      ) as own, pg_ls_dir(folder) as file
      union all
      select 'pg_wal/' || name from pg_ls_waldir()
    )
    select exists (
      select from files where position(${Buffer.from(words)}::bytea in pg_read_binary_file(name, true)) > 0
    ) as found`.execute(db)
  return rows[0]?.found ?? false
}

it('shows a privacy officer what likely holds personal data, without any other answer', async () => {
  const answer = await officer(`${wave.path}/flagged`, { json: PURPOSE })
  const { answers } = answer.json() as { answers: readonly Flagged[] }
  expect(answers.map(({ text }) => text)).toEqual([`${PLANTED} hielp mij heel goed`])
  expect(answer.text).not.toContain('Goed"')
})

it('does nothing while the study is held, nor to a text that is another one by now, nor by words that do not fit', async () => {
  const [one] = await flagged()
  const order = { response: one?.response, variable: 'story', digest: one?.digest, spans: null, why: WHY }
  const redact = (json: object): ReturnType<typeof officer> => officer(`${wave.path}/redactions`, { json })
  const hold = `/api/studies/${wave.studyId}/hold`
  expect((await officer(hold, { method: 'PUT', json: { reason: 'Een klacht' } })).status).toBe(200)
  expect((await redact(order)).code).toBe('studyHeld')
  expect((await officer(hold)).json()).toMatchObject({ held: { reason: 'Een klacht', by: 'Pim' } })
  expect((await officer(hold, { method: 'DELETE' })).status).toBe(200)
  expect((await redact({ ...order, digest: '0'.repeat(64) })).code).toBe('answerChanged')
  expect((await redact({ ...order, variable: 'contact' })).code).toBe('notAnOpenAnswer')
  for (const spans of [
    [{ start: 3, end: 3 }],
    [{ start: 0, end: 900 }],
    [
      { start: 4, end: 8 },
      { start: 0, end: 2 },
    ],
  ])
    expect((await redact({ ...order, spans })).code).toBe('stretchNotUsable')
  expect(await storedText()).toContain(PLANTED)
})

it('takes words out for good: out of the answer, the files, the list; and whoever sent it may send it again', async () => {
  const [one] = await flagged()
  const { response, variable, digest } = one ?? {}
  const spans = [{ start: 0, end: PLANTED.length }]
  const redacted = await officer(`${wave.path}/redactions`, { json: { response, variable, digest, spans, why: WHY } })
  const due = await dueClearings(server.context.database.db)
  expect(redacted.json()).toMatchObject({ backups: 0, editions: [], cleared: due.length === 0 })
  // While a test beside this one writes in the same server, what was taken out can still be seen there.
  await vi.waitFor(async () => {
    await clearUp(server.context)
    expect(await dueClearings(server.context.database.db)).toEqual([])
  }, 20_000)
  expect(await storedText()).toContain('"[…] hielp mij heel goed"')
  expect(await flagged()).toEqual([])
  expect(await onDisk('hielp mij heel goed')).toBe(true)
  expect(await onDisk(PLANTED)).toBe(false)
  expect((await people[0]?.again())?.status).toBe(200)
  expect(await storedText()).not.toContain(PLANTED)
})

it('says that it was done, by whom, when and why, and never what', async () => {
  const { db } = server.context.database
  const redactions = await listRedactions(db, wave.studyId)
  expect(redactions).toEqual([
    { waveId: wave.id, variable: 'story', whole: false, why: WHY, by: 'Pim', on: '2026-11-22' },
  ])
  const log = await readAuditLog(db, { limit: 20 })
  expect(log.map(({ action }) => action)).toContain('answer.redacted')
  expect(JSON.stringify([redactions, log]) + server.logged()).not.toContain(PLANTED)
  await expect(sql`update redactions set why = 'x'`.execute(db)).rejects.toThrow('rows of redactions are only added')
})

it('makes the whole of an answer unreadable that a record reader points to by its number', async () => {
  const reader = await staffOf(server, wave, 'Ria', ['recordReader'])
  const look = await reader(`${wave.path}/looks`, { json: { ...PURPOSE, what: 'responses' } })
  const { records } = look.json() as { records: readonly { id: string }[] }
  const response = records.at(-1)?.id
  const found = await officer(`${wave.path}/flagged`, { json: { ...PURPOSE, response } })
  const [answer] = (found.json() as { answers: readonly Flagged[] }).answers
  const order = { response, variable: 'story', digest: answer?.digest, spans: null, why: WHY }
  expect((await officer(`${wave.path}/redactions`, { json: order })).status).toBe(200)
  const again = await officer(`${wave.path}/flagged`, { json: { ...PURPOSE, response } })
  expect(again.json()).toMatchObject({ answers: [{ text: '[…]' }] })
  const withdrawn = await ask(server, `/api/waves/${wave.address}/responses`, {
    method: 'DELETE',
    json: { code: people[3]?.withdrawalCode ?? '' },
  })
  expect(withdrawn.status).toBe(200)
  const gone = await officer(`${wave.path}/flagged`, { json: { ...PURPOSE, response: people[3]?.id ?? '' } })
  expect(gone.code).toBe('unknownResponse')
})
