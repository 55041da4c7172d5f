import type { ReportPlan } from '@klankbord/model'
import { DEFAULT_POLICY, isProblem } from '@klankbord/model'
import { closeWave, findStudy, savePlan, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fixPlan } from '../../src/publication/fix-plan.ts'
import { publishWave } from '../../src/publication/publish-wave.ts'
import { ask, type Answer } from '../http/ask.ts'
import { answer, openTown, peopleOf } from '../disclosure/small-town.ts'
import { signedInAs } from '../staff/signed-in-as.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer
let wave: Wave
let plan: ReportPlan
let cookie: string
let towns = 0

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

beforeEach(async () => {
  towns += 1
  wave = await openTown(server.context, `vastgelegd-${towns}`)
  const study = await findStudy(server.context.database.db, wave.studyId)
  plan = study?.plan ?? { questions: [], breakdowns: [] }
  cookie = await signedInAs(server, 'researcher', study?.organisationId ?? '')
})

const plans = (json?: object): Promise<Answer> =>
  ask(server, `/api/studies/${wave.studyId}/waves/${wave.id}/fixed-plans`, {
    headers: { cookie },
    ...(json && { json }),
  })

const people = (): ReturnType<typeof answer> => answer(server, wave, peopleOf(9, [40, 35, 30]))

describe('a plan that was fixed while people could answer', () => {
  it('is kept with its hash, the day and by whom, and is what the publication shows', async () => {
    const fixed = await plans({})
    expect([fixed.status, fixed.json()]).toMatchObject([201, { number: 1, plan, beforeResults: true }])
    expect(fixed.json()['by']).not.toBe('')
    expect((await plans()).json()['plans']).toEqual([fixed.json()])
    await people()
    await savePlan(server.context.database.db, wave.studyId, { ...plan, questions: ['quick'] })
    const { publication } = await publishWave(server.context, wave)
    expect([...new Set(publication.tables.map(({ subject }) => subject.name))]).toEqual(['quick', 'debts'])
    expect(publication.plan).toMatchObject({ hash: fixed.json()['hash'], beforeResults: true, changedSince: [] })
    const page = await ask(server, `/r/${publication.id}`)
    expect(page.text).toContain('voordat iemand de uitkomsten had bekeken.')
  })

  it('can be left, and then the page says in what', async () => {
    await plans({})
    await people()
    const { publication } = await publishWave(server.context, wave, {
      plan: { ...plan, questions: ['quick'], breakdowns: [{ variable: 'age' }] },
    })
    expect(publication.plan?.changedSince).toEqual(['questions', 'breakdowns'])
    const { text } = await ask(server, `/r/${publication.id}`)
    expect(text).toContain('Daarna is dit veranderd: de vragen en de indeling in groepen.')
    expect(text).not.toContain('voordat iemand')
  })

  it('is not before results once somebody looked at them', async () => {
    await people()
    const address = `/api/studies/${wave.studyId}/waves/${wave.id}/analysis/frequencies`
    await server.context.database.db.updateTable('sessions').set({ second_factor: true }).execute()
    expect((await ask(server, address, { headers: { cookie }, json: { questions: ['quick'] } })).status).toBe(200)
    expect((await plans({})).json()).toMatchObject({ beforeResults: false })
    const { publication } = await publishWave(server.context, wave)
    expect((await ask(server, `/r/${publication.id}`)).text).not.toContain('voordat iemand')
  })

  it('is not before results once there is an edition, a draft too', async () => {
    await people()
    await publishWave(server.context, wave, { state: 'draft' })
    expect((await plans({})).json()).toMatchObject({ number: 1, beforeResults: false })
  })
})

it('a plan is not fixed that publishing would refuse whatever people answer', async () => {
  const fix = async (changes: Partial<ReportPlan>): Promise<unknown> => {
    try {
      return await fixPlan(server.context, null, wave, { ...plan, ...changes })
    } catch (error) {
      return isProblem(error) ? error.code : error
    }
  }
  const label = { nl: 'Samen' }
  const basis = { weighted: { by: ['district'] } }
  expect([
    await fix({ breakdowns: [{ variable: 'district', merges: [{ code: 9, label, of: [1, 1] }] }] }),
    await fix({ breakdowns: [{ variable: 'district' }], crossings: [['district', 'district']] }),
    await fix({ comparisons: { questions: ['nowhere'] } }),
    await fix({ basis }),
  ]).toEqual(['mergesOverlap', 'crossingNotUsable', 'unknownVariable', 'targetsUnknown'])
  expect((await plans()).json()).toEqual({ plans: [] })
})

it('a plan cannot be fixed once the wave is closed, nor by who may not publish', async () => {
  const viewer = await signedInAs(
    server,
    'viewer',
    (await findStudy(server.context.database.db, wave.studyId))?.organisationId ?? '',
  )
  const path = `/api/studies/${wave.studyId}/waves/${wave.id}/fixed-plans`
  expect((await ask(server, path, { headers: { cookie: viewer }, json: {} })).status).toBe(403)
  await closeWave(server.context.database.db, { studyId: wave.studyId, waveId: wave.id }, '2026-01-01')
  expect([(await plans({})).code, (await plans()).json()]).toEqual(['planTooLate', { plans: [] }])
})

it('a publication without a fixed plan says nothing of one', async () => {
  await people()
  const { publication } = await publishWave(server.context, wave)
  expect([publication.plan, publication.disclosure.policy]).toEqual([undefined, DEFAULT_POLICY])
})
