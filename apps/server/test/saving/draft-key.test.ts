import { randomUUID } from 'node:crypto'
import { readDraftField } from '@klankbord/pages'
import { closeWave } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { open, press } from '../filled-page.ts'
import { serveBeside } from '../http/server-beside.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
  await openWmoWave(server.context, 'open')
  await openWmoWave(server.context, 'ander')
})
afterAll(() => server.end())

const asked = (id: string, wave = 'open'): Promise<Response> =>
  fetch(`${server.origin}/api/waves/${wave}/drafts/${id}/key`)

async function keyOf(id: string, wave = 'open'): Promise<string> {
  const answer = await asked(id, wave)
  return ((await answer.json()) as { readonly key: string }).key
}

function put(path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return fetch(`${server.origin}/api/waves/open/${path}`, { method: 'PUT', headers, body: JSON.stringify(body) })
}

it('gives a tab that was reloaded the key that it had, and another draft another one', async () => {
  const id = randomUUID()
  const key = await keyOf(id)
  expect(Buffer.from(key, 'base64')).toHaveLength(32)
  expect((await asked(id.toUpperCase())).status).toBe(400)
  expect(await keyOf(randomUUID())).not.toBe(key)
  expect(await keyOf(id, 'ander')).not.toBe(key)
})

it('keeps the key of a draft that goes on', async () => {
  const id = randomUUID()
  const key = await keyOf(id)
  expect((await put(`drafts/${id}`, { revision: 1, answers: {}, language: 'nl' })).status).toBe(200)
  expect(await keyOf(id)).toBe(key)
})

it('opens nothing any more of answers that were put under words', async () => {
  const id = randomUUID()
  expect((await put(`drafts/${id}`, { revision: 1, answers: {}, language: 'nl' })).status).toBe(200)
  const headers = { 'content-type': 'application/json' }
  const given = await fetch(`${server.origin}/api/waves/open/drafts/${id}/words`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ language: 'nl' }),
  })
  const { words } = (await given.json()) as { words: string }
  expect((await asked(id)).status).toBe(200)
  expect((await put(`drafts/${id}`, { revision: 2, answers: {}, language: 'nl', words })).status).toBe(200)
  expect((await asked(id)).status).toBe(409)
})

it('opens nothing any more of answers that were sent, or erased', async () => {
  const sent = randomUUID()
  expect((await put(`responses/${sent}`, { answers: {}, language: 'nl' })).status).toBe(201)
  const erased = randomUUID()
  expect((await put(`drafts/${erased}`, { revision: 1_000_000, answers: {}, language: 'nl' })).status).toBe(200)
  for (const id of [sent, erased]) {
    const answer = await asked(id)
    expect(answer.status).toBe(409)
    expect(await answer.text()).not.toContain('key"')
  }
})

it('opens nothing any more of answers that were erased on a page', async () => {
  const at = `${server.origin}/v/open`
  const first = await press(at, await open(at), 'start')
  const second = await press(at, first, 'skip')
  const { id } = readDraftField(second.hidden['draft'] ?? '')
  expect((await asked(id)).status).toBe(200)
  await press(at, await press(at, second, 'erase'), 'erase')
  expect((await asked(id)).status).toBe(409)
})

it('opens nothing any more once drafts of the week in which it was asked for are forgotten', async () => {
  const id = randomUUID()
  const { key, week } = (await (await asked(id)).json()) as { readonly key: string; readonly week: string }
  const later = async (days: number): Promise<Response> => {
    const now = new Date(server.context.clock.now().getTime() + days * 86_400_000)
    const beside = await serveBeside({ ...server.context, clock: { now: () => now } })
    const answer = await fetch(`${beside.origin}/api/waves/open/drafts/${id}/key?since=${week}`)
    await answer.clone().text()
    await beside.end()
    return answer
  }
  expect(await (await later(28)).json()).toMatchObject({ key, week })
  expect((await later(36)).status).toBe(409)
  expect((await later(-8)).status).toBe(409)
})

it('opens nothing any more of a wave that is over', async () => {
  const wave = await openWmoWave(server.context, 'voorbij')
  const { db } = server.context.database
  await closeWave(db, { studyId: wave.studyId, waveId: wave.id }, '2026-05-01')
  expect((await asked(randomUUID(), 'voorbij')).status).toBe(410)
})

it('takes no other name for a draft, and is never kept by whoever passes it on', async () => {
  expect((await asked('7')).status).toBe(400)
  expect((await asked(randomUUID())).headers.get('cache-control')).toContain('no-store')
})
