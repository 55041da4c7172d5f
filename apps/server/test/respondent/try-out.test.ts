import { randomUUID } from 'node:crypto'
import { findStudy, findWave, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadSample } from '../../src/study/load-sample.ts'
import { open, press } from '../filled-page.ts'
import { ask } from '../http/ask.ts'
import { serveBeside, type ServerBeside } from '../http/server-beside.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'

/** The same database, served as a try-out and in earnest. */
let tryOut: StartedServer
let inEarnest: ServerBeside

beforeAll(async () => {
  tryOut = await startServer({ tryOut: true })
  const settings = { ...tryOut.context.settings, tryOut: false }
  inEarnest = await serveBeside({ ...tryOut.context, settings })
})

afterAll(async () => {
  await inEarnest.end()
  await tryOut.end()
})

const isMarked = async ({ studyId }: Wave): Promise<boolean | undefined> =>
  (await findStudy(tryOut.context.database.db, studyId))?.tryOut

async function sendMany(to: { readonly origin: string }, { address }: Wave): Promise<void> {
  for (let n = 0; n < 40; n += 1) {
    const json = { answers: { t1: (n % 2) + 1 }, language: 'nl' }
    const sent = await ask(to, `/api/waves/${address}/responses/${randomUUID()}`, { method: 'PUT', json })
    expect(sent.status).toBe(201)
  }
}

async function publishedTryOut(at: { readonly origin: string }, { studyId, id }: Wave): Promise<boolean> {
  const headers = { cookie: await tryOut.signIn() }
  const path = `/api/studies/${studyId}/waves/${id}/publications`
  const { status, json } = await ask(at, path, { method: 'POST', json: {}, headers })
  expect(status).toBe(201)
  const publication = await ask(at, `/r/${String(json()['id'])}.json`)
  return (publication.json()['study'] as { readonly tryOut: boolean }).tryOut
}

it('marks a study for good at the first answers that are kept while trying out, and not before', async () => {
  const wave = await openWmoWave(tryOut.context, 'eerste-stap')
  const address = `${tryOut.origin}/v/${wave.address}`
  const first = await press(address, await open(address), 'start')
  expect(await isMarked(wave)).toBe(false)
  await press(address, first, 'next', { t1: '1' })
  expect(await isMarked(wave)).toBe(true)
  expect((await open(`${inEarnest.origin}/v/${wave.address}`)).html).toContain('We proberen deze vragen uit.')
})

it('marks it for a draft of a program as well', async () => {
  const wave = await openWmoWave(tryOut.context, 'concept')
  const json = { revision: 1, answers: { t1: 1 }, language: 'nl' }
  await ask(tryOut, `/api/waves/${wave.address}/drafts/${randomUUID()}`, { method: 'PUT', json })
  expect(await isMarked(wave)).toBe(true)
})

it('publishes what was collected while trying out as a try-out, also from a server in earnest', async () => {
  const wave = await openWmoWave(tryOut.context, 'geprobeerd')
  await sendMany(tryOut, wave)
  expect(await publishedTryOut(inEarnest, wave)).toBe(true)
})

it('publishes what was collected in earnest as it is, also from a server that is tried out', async () => {
  const wave = await openWmoWave(tryOut.context, 'in-ernst')
  await sendMany(inEarnest, wave)
  expect(await publishedTryOut(tryOut, wave)).toBe(false)
})

it('leaves the sample study marked as made up alone', async () => {
  await loadSample(tryOut.context)
  const address = `${tryOut.origin}/v/probeer`
  const first = await press(address, await open(address), 'start')
  expect((await press(address, first, 'skip')).status).toBe(200)
  const drafts = await tryOut.context.database.db
    .selectFrom('drafts')
    .select(['study_id', 'wave_id'])
    .where('id', '=', (first.hidden['draft'] ?? '').replace('new-', ''))
    .executeTakeFirstOrThrow()
  const wave = await findWave(tryOut.context.database.db, { studyId: drafts.study_id, waveId: drafts.wave_id })
  expect(wave === null ? null : await isMarked(wave)).toBe(false)
})
