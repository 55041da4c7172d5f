import { listPublications, listStudies, listWaves } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadSample } from '../../src/study/load-sample.ts'
import { ask, type Answer } from '../http/ask.ts'
import { signedInAs } from '../staff/signed-in-as.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer
let cookie = ''
let study = ''

beforeAll(async () => {
  server = await startServer()
  await loadSample(server.context)
  const [sample] = await listStudies(server.context.database.db)
  study = sample?.id ?? ''
  cookie = await signedInAs(server, 'researcher', sample?.organisationId ?? '')
})
afterAll(() => server.end())

async function rehearsed(wave: string): Promise<Answer> {
  return ask(server, `/api/studies/${study}/waves/${wave}/publications`, {
    method: 'POST',
    headers: { cookie },
    json: { dryRun: true },
  })
}

it('tells a researcher what would be hidden and why, and writes nothing', async () => {
  const { db } = server.context.database
  const before = await listPublications(db, study)
  const published = new Set(before.map(({ waveId }) => waveId))
  const wave = (await listWaves(db, study)).find(({ id }) => !published.has(id))
  const answer = await rehearsed(wave?.id ?? '')
  expect(answer.status).toBe(200)
  const { edition, hidden, merges } = answer.json() as {
    readonly edition: number
    readonly hidden: readonly { readonly group: { readonly nl: string }; readonly reason: string }[]
    readonly merges: unknown
  }
  expect(edition).toBe(1)
  expect(hidden.map(({ group, reason }) => `${group.nl}: ${reason}`)).toContain('Noord: tooFew')
  expect(Array.isArray(merges)).toBe(true)
  // Names, reasons and how many figures a merge wins: no size of a group, and no count of an answer.
  expect(answer.text).not.toMatch(/"(?:counts|bases|total|valid|least|most)"/)
  expect(await listPublications(db, study)).toEqual(before)
})
