import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { findDraft, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ask, type Answer } from '../http/ask.ts'
import { send } from '../filled-page.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { keptDrafts, openWmoWave, storedAnswers } from '../wmo-wave.ts'

let server: StartedServer
let waves = 0

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.end())

async function freshWave(): Promise<Wave> {
  waves += 1
  return openWmoWave(server.context, `drukte-${waves}`)
}

const FIFTY = Array.from({ length: 50 }, (_, number) => number)

const put = (wave: Wave, path: string, json: unknown): Promise<Answer> =>
  ask(server, `/api/waves/${wave.address}/${path}`, { method: 'PUT', json })

function counted(answers: readonly Answer[]): Readonly<Record<number, number>> {
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

describe('fifty at the same moment', () => {
  it('that send one response store it once', async () => {
    const wave = await freshWave()
    const id = randomUUID()
    const json = { answers: { t1: 1 }, language: 'nl' }
    const answers = await Promise.all(FIFTY.map(() => put(wave, `responses/${id}`, json)))
    expect(counted(answers)).toEqual({ 200: 49, 201: 1 })
    expect(await storedAnswers(server.context, wave)).toHaveLength(1)
  })

  it('that send different responses under one id store the first, whole', async () => {
    const wave = await freshWave()
    const id = randomUUID()
    const body = (number: number): unknown => ({ answers: { story: `verhaal ${number}` }, language: 'nl' })
    const answers = await Promise.all(FIFTY.map((number) => put(wave, `responses/${id}`, body(number))))
    expect(counted(answers)).toEqual({ 201: 1, 409: 49 })
    const [stored] = await storedAnswers(server.context, wave)
    const winner = answers.findIndex(({ status }) => status === 201)
    expect(stored?.answers).toEqual({ story: `verhaal ${winner}` })
  })

  it('that are fifty people are all stored', async () => {
    const wave = await freshWave()
    const json = { answers: { t1: 1 }, language: 'nl' }
    const answers = await Promise.all(FIFTY.map(() => put(wave, `responses/${randomUUID()}`, json)))
    expect(counted(answers)).toEqual({ 201: 50 })
    expect(await storedAnswers(server.context, wave)).toHaveLength(50)
  })

  it('that keep one draft leave the newest', async () => {
    const wave = await freshWave()
    const id = randomUUID()
    const draft = (number: number): unknown => ({
      revision: number + 1,
      answers: { story: `versie ${number + 1}` },
      language: 'nl',
    })
    const answers = await Promise.all(FIFTY.toReversed().map((number) => put(wave, `drafts/${id}`, draft(number))))
    for (const { status } of answers) expect([200, 409]).toContain(status)
    const kept = await findDraft(server.context.database.db, { studyId: wave.studyId, waveId: wave.id }, id)
    expect(kept).toMatchObject({ revision: 50, answers: { story: 'versie 50' } })
  })

  it('that keep a draft and send it leave no draft behind', async () => {
    const wave = await freshWave()
    const id = randomUUID()
    const sent = { answers: { t1: 1 }, language: 'nl' }
    const answers = await Promise.all(
      FIFTY.map((number) =>
        number === 25
          ? put(wave, `responses/${id}`, sent)
          : put(wave, `drafts/${id}`, { ...sent, revision: number + 1 }),
      ),
    )
    expect(answers[25]?.status).toBe(201)
    expect(await keptDrafts(server.context, wave)).toBe(0)
    expect(await storedAnswers(server.context, wave)).toHaveLength(1)
  })
})

describe('a connection that breaks', () => {
  const head = (path: string, method: string, type: string): string =>
    `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\nContent-Length: 900\r\nExpect: 100-continue\r\n\r\n`

  it.each([
    [
      'a response',
      'PUT',
      (wave: string) => `/api/waves/${wave}/responses/${randomUUID()}`,
      'application/json',
      '{"answers":{"t1":1},"language":"nl"}',
    ],
    [
      'a draft',
      'PUT',
      (wave: string) => `/api/waves/${wave}/drafts/${randomUUID()}`,
      'application/json',
      '{"revision":1,"answers":{},"language":"nl"}',
    ],
    ['a page', 'POST', (wave: string) => `/v/${wave}`, 'application/x-www-form-urlencoded', 'go=start'],
    [
      'a withdrawal',
      'POST',
      (wave: string) => `/v/${wave}/withdraw`,
      'application/x-www-form-urlencoded',
      'go=erase&code=x',
    ],
  ] as const)('in the middle of %s stores nothing and harms nobody', async (_what, method, pathOf, type, body) => {
    const wave = await freshWave()
    const tally = vi.spyOn(server.context.metrics, 'count')
    await cutOff(head(pathOf(wave.address), method, type), body)
    // Whether anybody still heard the answer is chance.
    const told = [[expect.objectContaining({ status: expect.toBeOneOf([400, 499]) })]]
    await vi.waitFor(() => expect(tally.mock.calls).toEqual(told))
    tally.mockRestore()
    expect(await storedAnswers(server.context, wave)).toEqual([])
    expect(await keptDrafts(server.context, wave)).toBe(0)
    expect((await send(`${server.origin}/v/${wave.address}`, { go: 'start' })).status).toBe(200)
    expect(server.logged()).not.toContain('"fault"')
  })
})

/** Asks whether to go on, sends a part of the body once the server says so, and tears the connection down. */
async function cutOff(head: string, part: string): Promise<void> {
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', () => resolve())
    socket.once('data', () => socket.write(part, () => socket.resetAndDestroy()))
    socket.write(head)
  })
}

describe('a draft of a program', () => {
  it('names only questions that there are', async () => {
    const wave = await freshWave()
    const draft = { revision: 1, answers: {}, language: 'nl', asked: ['t1', 'mijn geheim', 't2', 'constructor'] }
    const answer = await put(wave, `drafts/${randomUUID()}`, draft)
    expect(answer).toMatchObject({ status: 422, code: 'bodyRefused' })
    expect(answer.json()['details']).toEqual({ fields: ['/asked/1', '/asked/3'] })
    expect(answer.text).not.toContain('geheim')
  })
})

describe('a program that has the questionnaire already', () => {
  it('need not load it again, however it says so', async () => {
    const wave = await freshWave()
    const path = `/api/waves/${wave.address}/questionnaire`
    const etag = (await ask(server, path)).headers.get('etag') ?? ''
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const answer = await ask(server, path, { headers: { 'if-none-match': known } })
      expect([answer.status, answer.text, answer.headers.get('etag')]).toEqual([304, '', etag])
    }
  })
})
