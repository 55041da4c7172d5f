import { randomUUID } from 'node:crypto'
import type { Publication } from '@klankbord/model'
import { findPublication, listPublications, organisationNamed, shareStudy, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publishWave } from '../../src/publication/publish-wave.ts'
import { ask } from '../http/ask.ts'
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
      const { breakdowns } = JSON.parse((await findPublication(db, id))?.content ?? '{}') as Publication
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
