import { textHash } from '@klankbord/model'
import { listLooks, readAuditLog } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type StartedServer } from '../started-server.ts'
import { answered, openQuotingWave, staffOf, type QuotingWave } from './quoting-wave.ts'

const LOOK = { purpose: 'Klacht 12 uitzoeken', what: 'responses' } as const
const STORY = 'Zonnebloemproef'

let server: StartedServer
let anonymous: QuotingWave
let confidential: QuotingWave

beforeAll(async () => {
  server = await startServer()
  anonymous = await openQuotingWave(server, 'stil', 'codeAnonymous')
  await answered(
    server,
    anonymous,
    Array.from({ length: 12 }, (_, n) => ({ story: `${STORY} ${n}`, quotable: n % 2 === 0 })),
  )
  confidential = await openQuotingWave(server, 'bekend', 'codeConfidential')
  await answered(server, confidential, [{ story: 'Kort', quotable: false }])
})
afterAll(() => server.end())

describe('single responses of an anonymous round', () => {
  it('are read by a record reader, who says what for; that is written down before anything is shown', async () => {
    const reader = await staffOf(server, anonymous, 'Ria', ['recordReader'])
    const answer = await reader(`${anonymous.path}/looks`, { json: LOOK })
    const { records, total, next } = answer.json() as { records: readonly object[]; total: number; next: unknown }
    expect([answer.status, total, records.length, next]).toEqual([200, 12, 12, null])
    expect(answer.text).toContain(`${STORY} 3`)
    expect(answer.text).not.toMatch(/2026-W|"nl"/)
    const looks = await listLooks(server.context.database.db, anonymous.studyId)
    expect(looks.at(-1)).toMatchObject({ by: 'Ria', what: 'responses', responses: 12, purpose: LOOK.purpose })
    const [entry] = await readAuditLog(server.context.database.db, { limit: 1 })
    expect(entry).toMatchObject({ action: 'answers.read', studyId: anonymous.studyId, user: { name: 'Ria' } })
    expect(JSON.stringify(entry)).not.toContain(LOOK.purpose)
    expect(JSON.stringify([looks, entry]) + server.logged()).not.toContain(STORY)
  })

  it.each([[['researcher']], [['administrator']], [['researcher', 'administrator']]] as const)(
    'are not shown to %j',
    async (roles) => {
      const staff = await staffOf(server, anonymous, 'Rob', roles)
      const before = (await listLooks(server.context.database.db, anonymous.studyId)).length
      expect((await staff(`${anonymous.path}/looks`, { json: LOOK })).code).toBe('notAllowed')
      expect(await listLooks(server.context.database.db, anonymous.studyId)).toHaveLength(before)
    },
  )

  it('ask for a second factor and for a purpose', async () => {
    const reader = await staffOf(server, anonymous, 'Ria', ['recordReader'], false)
    expect((await reader(`${anonymous.path}/looks`, { json: LOOK })).code).toBe('secondFactorNeeded')
    const other = await staffOf(server, anonymous, 'Ria', ['recordReader'])
    expect((await other(`${anonymous.path}/looks`, { json: { what: 'responses', purpose: ' ' } })).status).toBe(422)
  })

  it('stay unread where fewer people answered than a group may have', async () => {
    const few = await openQuotingWave(server, 'weinig', 'codeAnonymous')
    await answered(
      server,
      few,
      Array.from({ length: 9 }, () => ({ story: STORY, quotable: true })),
    )
    const reader = await staffOf(server, few, 'Ria', ['recordReader', 'researcher', 'privacyOfficer'])
    for (const what of ['responses', 'openAnswers'])
      expect((await reader(`${few.path}/looks`, { json: { ...LOOK, what } })).code).toBe('tooFewToRead')
    expect((await reader(`${few.path}/quote-candidates`)).code).toBe('tooFewToRead')
    expect((await reader(`${few.path}/flagged`, { json: { purpose: LOOK.purpose } })).code).toBe('tooFewToRead')
    expect(await listLooks(server.context.database.db, few.studyId)).toEqual([])
  })
})

it('shows nobody what was tried out, which erases itself, and quotes or redacts nothing of it', async () => {
  const tried = await openQuotingWave(server, 'proef', 'open', { tryOut: true, erasesOn: '2026-12-06' })
  const [first] = await answered(server, tried, [{ story: STORY, quotable: true }])
  const staff = await staffOf(server, tried, 'Ria', ['recordReader', 'researcher', 'privacyOfficer'])
  const { purpose } = LOOK
  const refused = [
    ...['responses', 'openAnswers'].map((what) => staff(`${tried.path}/looks`, { json: { ...LOOK, what } })),
    staff(`${tried.path}/quote-candidates`),
    staff(`/api/studies/${tried.studyId}/quotes`, { json: { wave: tried.id, key: '0'.repeat(64), text: STORY } }),
    staff(`${tried.path}/flagged`, { json: { purpose } }),
    staff(`${tried.path}/redactions`, {
      json: { response: first?.id, variable: 'story', spans: null, digest: textHash(STORY), why: purpose },
    }),
  ]
  for (const answer of await Promise.all(refused)) expect([answer.status, answer.code]).toEqual([409, 'waveIsTryOut'])
  expect(await listLooks(server.context.database.db, tried.studyId)).toEqual([])
})

it('shows a researcher the open answers of an anonymous round, and nothing that tells whose they are', async () => {
  const researcher = await staffOf(server, anonymous, 'Rob', ['researcher'])
  const answer = await researcher(`${anonymous.path}/looks`, { json: { ...LOOK, what: 'openAnswers' } })
  const { answers } = answer.json() as { answers: readonly Readonly<Record<string, unknown>>[] }
  expect(answers).toHaveLength(12)
  expect(Object.keys(answers[0] ?? {}).toSorted()).toEqual(['key', 'kinds', 'text', 'title', 'variable'])
  const rows = await server.context.database.db.selectFrom('responses').select('id').execute()
  for (const { id } of rows) expect(answer.text).not.toContain(id)
})

it('lets a researcher read single responses where people gave their names, and writes that down too', async () => {
  const researcher = await staffOf(server, confidential, 'Rob', ['researcher'])
  const answer = await researcher(`${confidential.path}/looks`, { json: LOOK })
  expect(answer.json()).toMatchObject({ total: 1, records: [{ answers: [{}, { shown: 'Goed' }, { shown: 'Kort' }] }] })
  expect(await listLooks(server.context.database.db, confidential.studyId)).toMatchObject([{ by: 'Rob' }])
})

it('tells a privacy officer and an administrator who looked, and nobody who could look', async () => {
  const officer = await staffOf(server, anonymous, 'Pim', ['privacyOfficer'])
  const path = `/api/studies/${anonymous.studyId}/looks`
  expect((await officer(path)).json()).toMatchObject({ looks: [{ by: 'Ria', wave: { nl: 'Eerste ronde' } }, {}] })
  const reader = await staffOf(server, anonymous, 'Ria', ['recordReader'])
  expect((await reader(path)).code).toBe('notAllowed')
})
