import { textHash, type Role } from '@klankbord/model'
import { addMembership, createSignInLink, createUser, readAuditLog } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { invitedByApi, waveByApi, type WaveByApi } from '../fieldwork/wave-by-api.ts'
import { ask, type Answer } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

/** Asks as somebody with a role in the organisation whose wave it is. */
async function askAs(role: Role, wave: WaveByApi, path: string, json?: unknown): Promise<Answer> {
  const { db } = server.context.database
  const study = await db
    .selectFrom('studies')
    .select('organisation_id')
    .where('study_id', '=', wave.studyId)
    .executeTakeFirstOrThrow()
  const user = await createUser(db, { name: role, administrator: false })
  await addMembership(db, user.id, { organisationId: study.organisation_id, role, studyId: null })
  await createSignInLink(db, user.id, textHash(user.id), new Date(server.context.clock.now().getTime() + 60_000))
  const signedIn = await ask(server, '/api/session', { json: { token: user.id } })
  const cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  const headers = { cookie, origin: server.origin }
  return ask(server, `/api/studies/${wave.studyId}/waves/${wave.waveId}${path}`, {
    headers,
    ...(json === undefined ? {} : { json }),
  })
}

it('shows of an anonymous wave two margins and nothing of one invitation', async () => {
  const wave = await invitedByApi(server, 'codeAnonymous', 'twee-kanten')
  const account = (await wave.read('/account')).json()
  expect(account).toMatchObject({
    mode: 'codeAnonymous',
    notInvitedYet: 3,
    strata: [{ strata: ['Oost', 'West'], made: 3, usedAtLeast: 0 }],
    margins: {},
  })
  expect(Object.keys(account).toSorted()).toEqual(['margins', 'mode', 'notInvitedYet', 'places', 'strata', 'total'])
})

it('lets a co-researcher read the numbers and an interviewer add to them, and neither see how anybody is reached', async () => {
  const wave = await invitedByApi(server, 'codeConfidential', 'meelezen')
  const count = { place: 'Markt', on: '2026-11-21', approached: 20, refused: 12, started: 8, finished: 7 }
  expect((await askAs('interviewer', wave, '/places', count)).status).toBe(201)
  expect((await askAs('coResearcher', wave, '/places')).json()).toEqual({ places: [count] })
  expect((await askAs('coResearcher', wave, '/account')).status).toBe(200)
  expect((await askAs('coResearcher', wave, '/patterns')).json()).toMatchObject({ leastGroup: 10, bursts: [] })
  for (const role of ['coResearcher', 'recordReader', 'interviewer'] as const) {
    for (const path of ['/form-requests', '/form-requests/waiting', '/frame'])
      expect((await askAs(role, wave, path)).status).toBe(403)
  }
})

it('keeps a count of today that cannot be so, and says what is wrong with it', async () => {
  const wave = await waveByApi(server, 'open', 'op-straat')
  const strange = await wave.send('/places', { place: 'Markt', started: 2, finished: 3 })
  expect(strange.json()).toMatchObject({ count: { on: '2026-11-22' }, findings: [{ code: 'placeCountImpossible' }] })
  expect((await wave.read('/account')).json()).toMatchObject({ mode: 'open', places: [{ started: 2, finished: 3 }] })
  expect((await wave.send('/places', { place: 'Markt', started: -1, finished: 0 })).code).toBe('bodyRefused')
})

it('keeps who asked for another form until that was done, and who looked at it', async () => {
  const wave = await waveByApi(server, 'codeAnonymous', 'andere-vorm')
  const asked = await wave.send('/form-requests', { form: 'paper', name: 'Bo Findmij', reach: 'Plantgutstraat 3' })
  const { id } = asked.json()
  const request = { id, form: 'paper', name: 'Bo Findmij', reach: 'Plantgutstraat 3' }
  expect((await wave.read('/form-requests')).json()).toEqual({ requests: [{ ...request, done: false }] })
  expect((await wave.read('/form-requests/waiting')).json()).toEqual({ waiting: 1 })
  expect((await wave.send(`/form-requests/${String(id)}`, { done: true }, 'PATCH')).status).toBe(200)
  expect((await wave.read('/form-requests/waiting')).json()).toEqual({ waiting: 0 })
  expect((await wave.read('/form-requests')).json()).toEqual({ requests: [{ ...request, done: true }] })
  const other = await waveByApi(server, 'codeAnonymous', 'andere-ronde')
  const strange = await other.send(`/form-requests/${String(id)}`, { done: true }, 'PATCH')
  expect([strange.status, strange.code]).toEqual([404, 'unknownFormRequest'])
  const entries = (await readAuditLog(server.context.database.db, { limit: 30 })).filter(
    (entry) => entry.studyId === wave.studyId,
  )
  expect(entries.map(({ action }) => action).toReversed()).toEqual([
    'formRequest.added',
    'formRequests.seen',
    'formRequest.done',
    'formRequests.seen',
  ])
  expect(JSON.stringify(entries)).not.toMatch(/Findmij|Plantgut/)
  expect(server.logged()).not.toMatch(/Findmij|Plantgut/)
})
