import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeWave, type Wave } from '@klankbord/storage'
import { withdrawalHash } from '@klankbord/pages'
import { offeredTexts } from '../src/language/offered-texts.ts'
import { startServer, type StartedServer } from './started-server.ts'
import { keptDrafts, openWmoWave, storedAnswers, WMO } from './wmo-wave.ts'

let server: StartedServer
let wave: Wave

beforeAll(async () => {
  server = await startServer()
  wave = await openWmoWave(server.context, 'proefronde')
})

afterAll(() => server.end())

const BODY = { answers: { t1: 1, helped: 1, helper: [1, 2] }, language: 'nl', withdrawalHash: null }

function put(path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return fetch(`${server.origin}/api/waves/${path}`, { method: 'PUT', headers, body: JSON.stringify(body) })
}

const submit = (id: string, body: unknown = BODY, address = wave.address): Promise<Response> =>
  put(`${address}/responses/${id}`, body)
const countStored = async (): Promise<number> => (await storedAnswers(server.context, wave)).length
const codeOf = async (response: Response): Promise<string> => ((await response.json()) as { code: string }).code

describe('sending a response', () => {
  it('stores it once, however often it is sent', async () => {
    const before = await countStored()
    const id = randomUUID()
    expect((await submit(id)).status).toBe(201)
    expect((await submit(id)).status).toBe(200)
    // The order of the keys says nothing.
    const turned = { withdrawalHash: null, language: 'nl', answers: { helper: [1, 2], helped: 1, t1: 1 } }
    expect((await submit(id, turned)).status).toBe(200)
    expect(await countStored()).toBe(before + 1)
  })

  it('stores one of many that come at the same moment', async () => {
    const before = await countStored()
    const id = randomUUID()
    const statuses = (await Promise.all(Array.from({ length: 8 }, () => submit(id)))).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([200, 200, 200, 200, 200, 200, 200, 201])
    expect(await countStored()).toBe(before + 1)
  })

  it('refuses another response under the same id and keeps the first', async () => {
    const id = randomUUID()
    await submit(id)
    const before = await storedAnswers(server.context, wave)
    const other = await submit(id, { ...BODY, answers: { t1: 2 } })
    expect([other.status, await codeOf(other)]).toEqual([409, 'responseConflict'])
    expect((await submit(id, { ...BODY, withdrawalHash: 'a'.repeat(64) })).status).toBe(409)
    expect(await storedAnswers(server.context, wave)).toEqual(before)
  })

  it('answers a retry also after the wave was closed, and takes nothing new once it is over', async () => {
    const closing = await openWmoWave(server.context, 'gaat-dicht')
    const id = randomUUID()
    expect((await submit(id, BODY, closing.address)).status).toBe(201)
    await closeWave(server.context.database.db, { studyId: closing.studyId, waveId: closing.id }, '2026-05-01')
    expect((await submit(id, BODY, closing.address)).status).toBe(200)
    const late = await submit(randomUUID(), BODY, closing.address)
    expect([late.status, await codeOf(late)]).toEqual([410, 'waveSealed'])
    const draft = await put(`${closing.address}/drafts/${randomUUID()}`, { revision: 1, answers: {}, language: 'nl' })
    expect(draft.status).toBe(410)
  })

  it('withdraws it with the code whose hash went along', async () => {
    const before = await countStored()
    await submit(randomUUID(), { ...BODY, withdrawalHash: withdrawalHash('K7MD-29XW-PQ4A') })
    const withdraw = (code: string): Promise<Response> =>
      fetch(`${server.origin}/api/waves/${wave.address}/responses`, {
        method: 'DELETE',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code }),
      })
    expect((await withdraw('K7MD-29XW-PQ4B')).status).toBe(404)
    expect(await countStored()).toBe(before + 1)
    expect((await withdraw('k7md29xwpq4a')).status).toBe(200)
    expect(await countStored()).toBe(before)
  })
})

describe('a response that was withdrawn', () => {
  it('is not stored again by a late retry, nor is a draft of it', async () => {
    const id = randomUUID()
    const body = { ...BODY, withdrawalHash: withdrawalHash('K7MD-29XW-PQ4C') }
    await submit(id, body)
    const before = await countStored()
    const path = `${server.origin}/api/waves/${wave.address}/responses`
    const headers = { 'content-type': 'application/json' }
    await fetch(path, { method: 'DELETE', headers, body: JSON.stringify({ code: 'K7MD-29XW-PQ4C' }) })
    for (const again of [body, BODY]) {
      const late = await submit(id, again)
      expect([late.status, await codeOf(late)]).toEqual([410, 'responseWithdrawn'])
    }
    const draft = await put(`${wave.address}/drafts/${id}`, { revision: 9, answers: { t1: 1 }, language: 'nl' })
    expect([draft.status, await codeOf(draft)]).toEqual([409, 'staleDraft'])
    expect(await countStored()).toBe(before - 1)
  })
})

describe('keeping a draft', () => {
  const keep = (id: string, revision: number, answers: unknown): Promise<Response> =>
    put(`${wave.address}/drafts/${id}`, { revision, answers, language: 'nl', asked: ['t2'] })

  it('takes newer revisions and refuses older ones', async () => {
    const id = randomUUID()
    expect((await keep(id, 1, { t1: 1 })).status).toBe(200)
    expect((await keep(id, 3, { t1: 2 })).status).toBe(200)
    expect((await keep(id, 3, { t1: 2 })).status).toBe(200)
    const older = await keep(id, 2, { t1: 1 })
    expect([older.status, await codeOf(older)]).toEqual([409, 'staleDraft'])
  })

  it('is not replaced by a response that was made of an older one', async () => {
    const id = randomUUID()
    await keep(id, 1, { t1: 1 })
    await keep(id, 3, { t1: 2 })
    const before = await countStored()
    const older = await submit(id, { ...BODY, revision: 2 })
    const told = (await older.json()) as { readonly code: string; readonly details: unknown }
    expect([older.status, told.code, told.details]).toEqual([409, 'staleDraft', { revision: 3 }])
    expect(await countStored()).toBe(before)
    expect((await submit(id, { ...BODY, revision: 3 })).status).toBe(201)
    expect((await submit(id, { ...BODY, revision: 2 })).status).toBe(200)
  })

  it('forgets it when the response is sent, and does not bring it back', async () => {
    const id = randomUUID()
    const before = await keptDrafts(server.context, wave)
    await keep(id, 1, { t1: 1 })
    expect(await keptDrafts(server.context, wave)).toBe(before + 1)
    await submit(id)
    expect(await keptDrafts(server.context, wave)).toBe(before)
    expect((await keep(id, 9, { t1: 2 })).status).toBe(409)
    expect(await keptDrafts(server.context, wave)).toBe(before)
  })
})

describe('asking for the questionnaire', () => {
  it('gives what was compiled, and says so when nothing changed', async () => {
    const address = `${server.origin}/api/waves/${wave.address}/questionnaire`
    const first = await fetch(address)
    expect(await first.json()).toEqual(JSON.parse(JSON.stringify(offeredTexts(WMO, ['nl', 'en']))))
    const etag = first.headers.get('etag') ?? ''
    expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await fetch(address, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })
})
