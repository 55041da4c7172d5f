import { randomUUID } from 'node:crypto'
import { reopen } from '@klankbord/disclosure'
import {
  findPublication,
  listPublications,
  organisationNamed,
  shareStudy,
  studyOrganisations,
  type Wave,
} from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publishWave } from '../../src/publication/publish-wave.ts'
import { ask, type Answer } from '../http/ask.ts'
import { signedInAs } from '../staff/signed-in-as.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

const DISTRICTS = [1, 2] as const

/** So many people of each district answer. */
async function answered({ address }: Wave, each: number): Promise<void> {
  for (const district of DISTRICTS)
    for (let count = 0; count < each; count += 1) {
      const json = { answers: { t1: 1 + (count % 2), district }, language: 'nl' }
      const sent = await ask(server, `/api/waves/${address}/responses/${randomUUID()}`, { method: 'PUT', json })
      expect(sent.status).toBe(201)
    }
}

async function editions(wave: Wave): Promise<readonly (readonly [number, boolean, readonly string[]])[]> {
  const { db } = server.context.database
  const listed = await listPublications(db, wave.studyId)
  return Promise.all(
    listed.map(async ({ id, edition, organisationId }) => {
      const { breakdowns } = reopen(JSON.parse((await findPublication(db, id))?.content ?? '{}'))
      return [edition, organisationId !== null, breakdowns.map(({ name }) => name)] as const
    }),
  )
}

it('gives nobody the parts of others in a later edition either, nor a part at two moments', async () => {
  const { context } = server
  const { db } = context.database
  const wave = await openWmoWave(context, 'gedeelde-ronde')
  const council = await organisationNamed(db, 'Raad Oost')
  await shareStudy(db, wave.studyId, council.id, { variable: 'district', value: 2 })
  await answered(wave, 20)
  await publishWave(context, wave)
  await answered(wave, 10)
  await publishWave(context, wave)
  expect(await editions(wave)).toEqual([
    [1, false, ['age_group']],
    [1, true, []],
    [2, false, ['age_group']],
  ])
})

it('is shared by its researchers, in parts that all go by the same question, and no longer when they say so', async () => {
  const { context } = server
  const { db } = context.database
  const { studyId } = await openWmoWave(context, 'delen')
  const [east, west] = [await organisationNamed(db, 'Raad Oost'), await organisationNamed(db, 'Raad West')]
  const cookie = await signedInAs(server, 'researcher', (await organisationNamed(db, 'Cliëntenraad Testdorp')).id)
  const share = (id: string, part: object | null): Promise<Answer> =>
    ask(server, `/api/studies/${studyId}/organisations/${id}`, { method: 'PUT', json: { part }, headers: { cookie } })
  expect((await share(east.id, { variable: 'district', value: 2 })).status).toBe(204)
  expect((await share(west.id, { variable: 'age_group', value: 1 })).code).toBe('partVariableDiffers')
  expect((await share(west.id, { variable: 'district', value: 99 })).code).toBe('partNotUsable')
  expect((await share(west.id, null)).status).toBe(204)
  const parts = async (): Promise<readonly unknown[]> =>
    (await studyOrganisations(db, studyId)).flatMap(({ owner, part }) => (owner ? [] : [part]))
  expect(await parts()).toEqual(expect.arrayContaining([{ variable: 'district', value: 2 }, null]))
  for (const { id } of [east, west]) {
    const ended = { method: 'DELETE', headers: { cookie } }
    expect((await ask(server, `/api/studies/${studyId}/organisations/${id}`, ended)).status).toBe(204)
  }
  expect(await parts()).toEqual([])
})
