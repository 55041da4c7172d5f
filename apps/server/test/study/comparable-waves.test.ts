import { randomUUID } from 'node:crypto'
import { wmoClientExperience } from '@klankbord/instruments'
import { createStudy, openWave, organisationNamed, publishVersion, type Study } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Rights } from '../../src/staff/rights.ts'
import { comparableWaves, type WaveComparison } from '../../src/study/comparable-waves.ts'
import { ask } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { WMO } from '../wmo-wave.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

async function studyOf(organisation: string, { sample }: Pick<Study, 'sample'>): Promise<Study> {
  return createStudy(server.context.database.db, {
    title: { nl: 'Ervaringen met de Wmo' },
    organisation: { name: organisation },
    sample,
    tryOut: false,
    definitionText: JSON.stringify(wmoClientExperience.definition),
    plan: wmoClientExperience.plan,
  })
}

async function openRound(study: Study, address: string): Promise<void> {
  const { db } = server.context.database
  const definition = study.definition.text
  const { version } = await publishVersion(db, study.id, { questionnaire: WMO, definition })
  await openWave(db, study.id, { title: { nl: address }, address, version, mode: 'open', frame: null })
}

async function comparedOn(
  topic: string,
  study: Study,
  rights: Rights | null = null,
): Promise<readonly WaveComparison[]> {
  return (await comparableWaves(server.context, study, WMO, [topic], rights))[topic] ?? []
}

it('sets made-up answers beside made-up answers only, and those of people beside those of people', async () => {
  const [real, madeUp] = [await studyOf('Dorp A', { sample: false }), await studyOf('Voorbeeldstad', { sample: true })]
  await openRound(real, 'echte-ronde')
  await openRound(madeUp, 'voorbeeld-ronde')
  expect((await comparedOn('T1', real)).map(({ wave }) => wave['nl'])).toEqual(['echte-ronde'])
  expect((await comparedOn('T1', madeUp)).map(({ wave }) => wave['nl'])).toEqual(['voorbeeld-ronde'])
})

it('does not set a round on the web beside one that people answered in several ways', async () => {
  const study = await studyOf('Dorp B', { sample: false })
  await openRound(study, 'gemengde-ronde')
  const ids = [randomUUID(), randomUUID()]
  for (const id of ids) {
    const json = { answers: { t1: 1 }, language: 'nl' }
    const sent = await ask(server, `/api/waves/gemengde-ronde/responses/${id}`, { method: 'PUT', json })
    expect(sent.status).toBe(201)
  }
  const found = async (): Promise<WaveComparison['differs'] | undefined> =>
    (await comparedOn('T1', study)).find(({ wave }) => wave['nl'] === 'gemengde-ronde')?.differs
  expect(await found()).toEqual([])
  const { db } = server.context.database
  await db
    .updateTable('responses')
    .set({ channel: 'import' })
    .where('id', '=', ids[0] ?? '')
    .execute()
  expect(await found()).toEqual(['mode'])
})

it('tells a researcher of their own rounds, and of nobody else’s', async () => {
  const [own, theirs] = [await studyOf('Dorp C', { sample: false }), await studyOf('Dorp D', { sample: false })]
  await openRound(own, 'eigen-ronde')
  await openRound(theirs, 'ronde-van-anderen')
  const { id: organisationId } = await organisationNamed(server.context.database.db, 'Dorp C')
  const membership = { organisationId, role: 'researcher', studyId: null } as const
  const told = async (rights: Rights | null): Promise<readonly (string | undefined)[]> =>
    (await comparedOn('T1', own, rights)).map(({ wave }) => wave['nl'])
  expect(await told({ administrator: false, memberships: [membership] })).toEqual(['eigen-ronde'])
  expect(await told({ administrator: true, memberships: [] })).toContain('ronde-van-anderen')
  expect(await told(null)).toContain('ronde-van-anderen')
})
