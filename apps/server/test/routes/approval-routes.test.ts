import { organisationNamed, readAuditLog, shareStudy } from '@klankbord/storage'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffRole } from '../../src/staff/rights.ts'
import { ask, type Answer, type Question } from '../http/ask.ts'
import { signedInAs } from '../staff/signed-in-as.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'

const server: StartedServer = await startServer()
afterAll(() => server.end())

let study: string
let owner: string
let waves = 0
const cookies = new Map<string, string>()

beforeEach(async () => {
  waves += 1
  const wave = await openWmoWave(server.context, `ronde-${waves}`)
  study = wave.studyId
  const { db } = server.context.database
  const row = await db
    .selectFrom('studies')
    .select('organisation_id')
    .where('study_id', '=', study)
    .executeTakeFirstOrThrow()
  owner = row.organisation_id
  cookies.clear()
})

/** Somebody who is this in the study of this test; always the same person within a test. */
async function as(role: StaffRole, organisation = owner): Promise<string> {
  const key = `${role} ${organisation}`
  const cookie = cookies.get(key) ?? (await signedInAs(server, role, organisation, { studyId: study }))
  cookies.set(key, cookie)
  return cookie
}

const asks = (cookie: string, rest: string, question: Question = {}): Promise<Answer> =>
  ask(server, `/api/studies/${study}${rest}`, { ...question, headers: { cookie } })

const opensWave = async (): Promise<Answer> =>
  asks(await as('researcher'), '/waves', { json: { title: { nl: 'Tweede ronde' } } })

const asksApproval = async (): Promise<Answer> =>
  asks(await as('researcher'), '/approvals', { json: { plan: 'Brieven in mei aan alle 400 cliënten.' } })

const answers = async (
  answer: 'agreed' | 'sentBack',
  { organisation = owner, version = 1, remark = '' } = {},
): Promise<Answer> =>
  asks(await as('approver', organisation), '/approvals/answers', {
    json: { organisationId: organisation, version, answer, ...(remark === '' ? {} : { remark }) },
  })

describe('the approval of a council before fieldwork', () => {
  it('is not waited for where nobody can give it', async () => {
    expect((await opensWave()).status).toBe(201)
  })

  it('is waited for as soon as somebody can give it, and the researcher reads of whom and where to ask', async () => {
    await as('approver')
    const refused = await opensWave()
    expect(refused).toMatchObject({ status: 409, code: 'approvalNeeded' })
    expect(refused.text).toContain('Cliëntenraad Testdorp')
    expect(refused.text).toContain(`/studio/studies/${study}/approval`)
  })

  it('opens the fieldwork once it stands, and is for this version only', async () => {
    await as('approver')
    expect((await answers('agreed')).code).toBe('approvalNotAsked')
    expect((await asksApproval()).status).toBe(201)
    expect((await opensWave()).code).toBe('approvalNeeded')
    expect((await answers('agreed')).status).toBe(201)
    expect((await opensWave()).status).toBe(201)
    await publishesAnother()
    expect((await opensWave()).code).toBe('approvalNeeded')
    expect((await answers('agreed', { version: 2 })).code).toBe('approvalNotAsked')
  })

  it('can be sent back with a remark, never without one, and asking again begins anew', async () => {
    await asksApproval()
    expect((await answers('sentBack')).status).toBe(422)
    const remark = 'Vraag 3 is te moeilijk.'
    expect((await answers('sentBack', { remark })).status).toBe(201)
    expect((await opensWave()).code).toBe('approvalNeeded')
    const seen = (await asks(await as('researcher'), '/approvals')).json()
    expect(seen).toMatchObject({
      version: 1,
      organisations: [{ name: 'Cliëntenraad Testdorp', state: 'sentBack', mine: false }],
      steps: [
        { kind: 'asked', by: 'researcher' },
        { kind: 'sentBack', by: 'approver', remark },
      ],
    })
    await asksApproval()
    expect((await asks(await as('approver'), '/approvals')).json()).toMatchObject({
      organisations: [{ state: 'waiting', mine: true }],
    })
  })

  it('is still waited for when the role of who sent it back was ended', async () => {
    await asksApproval()
    await answers('sentBack', { remark: 'Eerst naar de raad.' })
    await server.context.database.db.deleteFrom('memberships').where('role', '=', 'approver').execute()
    expect((await opensWave()).code).toBe('approvalNeeded')
  })

  it('is waited for or not where the council or an administrator says so, and not because a researcher does', async () => {
    const set = async (role: StaffRole, needed: boolean | null): Promise<number> =>
      (await asks(await as(role), '/approvals/setting', { method: 'PUT', json: { organisationId: owner, needed } }))
        .status
    await as('approver')
    expect(await set('researcher', false)).toBe(403)
    expect(await set('approver', false)).toBe(204)
    expect((await opensWave()).status).toBe(201)
    expect(await set('administrator', true)).toBe(204)
    expect((await opensWave()).code).toBe('approvalNeeded')
  })

  it('is asked of each council that the study is shared with, and nobody answers for another', async () => {
    const { db } = server.context.database
    const { id: council } = await organisationNamed(db, 'Raad Oost')
    await shareStudy(db, study, council, null)
    await as('approver', council)
    await asksApproval()
    const forOthers = await asks(await as('approver', council), '/approvals/answers', {
      json: { organisationId: owner, version: 1, answer: 'agreed' },
    })
    expect(forOthers.code).toBe('notAllowed')
    expect((await opensWave()).json()).toMatchObject({ details: { organisations: ['Raad Oost'] } })
    await answers('agreed', { organisation: council })
    expect((await opensWave()).status).toBe(201)
  })

  it('shows a council what was asked and its own words, not the words of another', async () => {
    const { db } = server.context.database
    const { id: council } = await organisationNamed(db, 'Raad West')
    await shareStudy(db, study, council, null)
    await asksApproval()
    await answers('sentBack', { remark: 'Onder ons.' })
    const seen = (await asks(await as('approver', council), '/approvals')).json()
    expect(seen).toMatchObject({ steps: [{ kind: 'asked' }] })
    expect(JSON.stringify(seen)).not.toContain('Onder ons.')
  })

  it('is given on the questions as they will be asked, which an approver reads', async () => {
    const version = (await asks(await as('approver'), '/versions/1')).json()
    expect(JSON.stringify(version)).toContain('t1')
    expect((await asks(await as('approver'), '/versions/2')).status).toBe(404)
    expect((await asks(await as('viewer'), '/versions/1')).status).toBe(403)
  })

  it('is in the log, with the hash of what was read and without a word of the remark', async () => {
    await asksApproval()
    await answers('sentBack', { remark: 'Geheim.' })
    const lines = await readAuditLog(server.context.database.db, { limit: 10, studyId: study })
    expect(lines.map(({ action }) => action)).toEqual(['approval.sentBack', 'approval.asked'])
    expect(lines[0]?.details['hash']).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(lines)).not.toContain('Geheim')
  })
})

async function publishesAnother(): Promise<void> {
  const researcher = await as('researcher')
  const { definition } = (await asks(researcher, '')).json() as { definition: { text: string; revision: number } }
  const text = definition.text.replace('"nl":"', '"nl":"Nieuw: ')
  await asks(researcher, '/definition', { method: 'PUT', json: { text, revision: definition.revision } })
  expect((await asks(researcher, '/versions', { json: {} })).json()).toMatchObject({ version: 2 })
}
