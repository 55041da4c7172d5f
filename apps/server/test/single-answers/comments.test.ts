import { readAuditLog } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALL_ROUTES } from '../../src/routes/all-routes.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openQuotingWave, staffOf, type QuotingWave } from './quoting-wave.ts'

const SAID = 'Deze vraag is te lang'

let server: StartedServer
let wave: QuotingWave
let study: string
let reader: Awaited<ReturnType<typeof staffOf>>

beforeAll(async () => {
  server = await startServer()
  wave = await openQuotingWave(server, 'praten', 'codeAnonymous')
  study = `/api/studies/${wave.studyId}`
  reader = await staffOf(server, wave, 'Co', ['coResearcher'])
})
afterAll(() => server.end())

describe('a co-researcher', () => {
  it('reads what is asked and how far it is, and sees what they are in the study', async () => {
    const outline = (await reader(`${study}/outline`)).json()
    expect(outline).toMatchObject({
      roles: ['coResearcher'],
      waves: [{ id: wave.id, answers: 0 }],
      questions: [{ name: 'quotable' }, { name: 'contact' }, { name: 'story' }],
    })
    for (const path of [
      study,
      '/api/studies',
      `/studio/preview/${wave.studyId}`,
      `${study}/wording`,
      `${study}/people`,
    ])
      expect([path, (await reader(path)).status === 403]).toEqual([path, false])
  })

  it('changes nothing but comments and what they counted on the street: every other route refuses the role', () => {
    const changing = ALL_ROUTES.filter(
      ({ method, path, may, changesNothing }) =>
        method !== 'GET' && changesNothing !== true && path.includes(':study') && may?.includes('coResearcher'),
    )
    expect(changing.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/studies/:study/waves/:wave/places',
      'POST /api/studies/:study/comments',
      'PATCH /api/studies/:study/comments/:comment',
    ])
  })

  it('is refused contacts, codes, lists and answers', () => {
    const shown = ALL_ROUTES.filter(
      ({ path, may, showsAnswers }) =>
        may?.includes('coResearcher') &&
        (showsAnswers === true || /contact|invitation|frame|codes|form-request|outbox|flagged|looks|quotes/.test(path)),
    )
    expect(shown.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  })
})

describe('a comment', () => {
  it('is read by everybody who talks about the study, with who said it and when', async () => {
    const said = await reader(`${study}/comments`, { json: { place: 'story', text: ` ${SAID} ` } })
    expect(said.status).toBe(201)
    for (const role of ['researcher', 'clientExpert', 'approver'] as const) {
      const { comments } = (await (await staffOf(server, wave, role, [role]))(`${study}/comments`)).json() as {
        comments: readonly object[]
      }
      expect([role, comments]).toMatchObject([
        role,
        [{ place: 'story', text: SAID, by: 'Co', at: '2026-11-22T10:00:00.000Z', resolved: null }],
      ])
    }
    for (const role of ['viewer', 'interviewer', 'recordReader'] as const)
      expect((await (await staffOf(server, wave, role, [role]))(`${study}/comments`)).code).toBe('notAllowed')
  })

  it('is dealt with once, by whoever said so first', async () => {
    const { comments } = (await reader(`${study}/comments`)).json() as { comments: readonly { id: string }[] }
    const path = `${study}/comments/${comments[0]?.id ?? ''}`
    const researcher = await staffOf(server, wave, 'Rob', ['researcher'])
    expect((await researcher(path, { method: 'PATCH', json: { resolved: true } })).status).toBe(200)
    expect((await reader(path, { method: 'PATCH', json: { resolved: true } })).status).toBe(200)
    expect((await reader(`${study}/comments`)).json()).toMatchObject({ comments: [{ resolved: { by: 'Rob' } }] })
    const nowhere = await reader(`${study}/comments/none`, { method: 'PATCH', json: { resolved: true } })
    expect(nowhere.code).toBe('unknownComment')
  })

  it('leaves a line in the log without what was said', async () => {
    const log = JSON.stringify(await readAuditLog(server.context.database.db, { limit: 50 }))
    expect(log).toContain('comment.added')
    expect(log + server.logged()).not.toContain(SAID)
  })
})
