import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, beforeAll, describe, expect, it } from 'vitest'
import type { Wave } from '@klankbord/storage'
import type { ProblemDocument } from '../src/http/problem-response.ts'
import { sendBytes } from './raw-request.ts'
import { startServer, type StartedServer } from './started-server.ts'
import { keptDrafts, openWmoWave, storedAnswers } from './wmo-wave.ts'

let server: StartedServer
let wave: Wave
const ID = '0f0e0d0c-0b0a-4909-8807-060504030201'

beforeAll(async () => {
  server = await startServer()
  wave = await openWmoWave(server.context, 'proefronde')
})

afterAll(async () => {
  expect(await storedAnswers(server.context, wave)).toEqual([])
  expect(await keptDrafts(server.context, wave)).toBe(0)
  await server.end()
})

beforeEach(async () => {
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)
})

interface Refusal {
  readonly status: number
  readonly problem: ProblemDocument
  readonly paths: readonly string[]
}

async function refusal(response: Response): Promise<Refusal> {
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  const problem = (await response.json()) as ProblemDocument
  expect(problem.status).toBe(response.status)
  return { status: response.status, problem, paths: (problem.findings ?? []).map(({ path }) => path) }
}

async function submit(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  id = ID,
): Promise<Refusal> {
  const address = `${server.origin}/api/waves/${wave.address}/responses/${id}`
  const all = { 'content-type': 'application/json', ...headers }
  return refusal(await fetch(address, { method: 'PUT', body, headers: all }))
}

const submitJson = (body: unknown): Promise<Refusal> => submit(JSON.stringify(body))
const submitAnswers = (answers: unknown): Promise<Refusal> => submitJson({ answers, language: 'nl' })

describe('a body that is no response', () => {
  it.each([
    ['half a JSON text', '{"answers": {"t1"'],
    ['no JSON at all', 'hello'],
    ['a bare number', '5'],
    ['nothing', ' '],
  ])('is refused when it is %s', async (_what, body) => {
    const { status, problem } = await submit(body)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(['malformedBody', 'bodyRefused']).toContain(problem.code)
  })

  it.each([['[]'], ['null'], ['"text"']])('is refused when it is %s', async (body) => {
    expect([400, 422]).toContain((await submit(body)).status)
  })

  it('is refused with another content type', async () => {
    expect(await submit('{}', { 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
      problem: { code: 'wrongContentType' },
    })
  })

  it('is refused in another alphabet than UTF-8, and compressed', async () => {
    expect((await submit('{}', { 'content-type': 'application/json; charset=iso-8859-1' })).status).toBe(415)
    expect((await submit('{}', { 'content-encoding': 'gzip' })).status).toBe(415)
  })

  it('is refused when it is too large', async () => {
    const body = JSON.stringify({ answers: { story: 'a'.repeat(300_000) }, language: 'nl' })
    expect(await submit(body)).toMatchObject({
      status: 413,
      problem: { code: 'bodyTooLarge', details: { limit: 262_144 } },
    })
  })

  it('is refused when it is cut short', async () => {
    const head = `PUT /api/waves/${wave.address}/responses/${ID} HTTP/1.1\r\nHost: localhost\r\n`
    const answer = await sendBytes(
      server.origin,
      `${head}Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{"answers": {"t1": 1`,
    )
    expect(answer === '' || answer.startsWith('HTTP/1.1 400')).toBe(true)
  })

  it('is refused when it is longer than it said', async () => {
    const head = `PUT /api/waves/${wave.address}/responses/${ID} HTTP/1.1\r\nHost: localhost\r\n`
    const body = '{"answers": {"t1": 1}, "language": "nl"}'
    const answer = await sendBytes(
      server.origin,
      `${head}Content-Type: application/json\r\nContent-Length: ${body.length - 5}\r\n\r\n${body}`,
    )
    expect(answer.startsWith('HTTP/1.1 400')).toBe(true)
  })

  it.each([
    ['a field that nothing takes', { answers: {}, language: 'nl', extra: 1 }, '/extra'],
    ['no language', { answers: {} }, '/language'],
    ['a language that the questionnaire does not have', { answers: {}, language: 'fy' }, '/language'],
    ['a language that is no text', { answers: {}, language: 7 }, '/language'],
    ['no answers', { language: 'nl' }, '/answers'],
    ['a hash that is none', { answers: {}, language: 'nl', withdrawalHash: 'K7MD-29XW-PQ4A' }, '/withdrawalHash'],
    ['a NUL in a text', { answers: {}, language: 'n\u0000' }, '/language'],
  ])('names the field when it has %s', async (_what, body, path) => {
    const { status, paths } = await submitJson(body)
    expect(status).toBe(422)
    expect(paths).toContain(path)
  })

  it('is refused with a field that JavaScript keeps for itself', async () => {
    const { status, paths } = await submit('{"answers": {}, "language": "nl", "__proto__": {"x": 1}}')
    expect([status, paths]).toEqual([422, ['/__proto__']])
    expect((await submit('{"answers": {"__proto__": 1}, "language": "nl"}')).problem.code).toBe('answersRefused')
  })
})

describe('answers that the questionnaire does not take', () => {
  it.each([
    ['unknownAnswer', { nope: 1 }, '/answers/nope'],
    ['wrongAnswerType', { t1: [1] }, '/answers/t1'],
    ['optionNotOffered', { t1: 99 }, '/answers/t1'],
    ['wrongAnswerType', { story: 5 }, '/answers/story'],
    ['textTooLong', { story: 'a'.repeat(2001) }, '/answers/story'],
    ['forbiddenCharacter', { story: 'a\u0000b' }, '/answers/story'],
    ['forbiddenCharacter', { story: 'a\ud800b' }, '/answers/story'],
    ['answerNotAsked', { helped: 2, helper: [1] }, '/answers/helper'],
    ['duplicateOption', { helped: 1, helper: [1, 1] }, '/answers/helper'],
  ])('are refused as %s and named: %j', async (code, answers, path) => {
    const { status, problem, paths } = await submitAnswers(answers)
    expect([status, problem.code]).toEqual([422, 'answersRefused'])
    expect(problem.findings?.map((found) => found.code)).toContain(code)
    expect(paths).toContain(path)
  })

  it.each([[[]], ['text'], [5], [null]])('are refused when they are no object: %j', async (answers) => {
    expect((await submitAnswers(answers)).status).toBe(422)
  })

  it('are refused in a draft as well', async () => {
    const address = `${server.origin}/api/waves/${wave.address}/drafts/${ID}`
    const body = JSON.stringify({ revision: 1, answers: { t1: 99 }, language: 'nl' })
    const headers = { 'content-type': 'application/json' }
    expect((await refusal(await fetch(address, { method: 'PUT', body, headers }))).paths).toEqual(['/answers/t1'])
  })
})

describe('an address that nothing has', () => {
  const good = JSON.stringify({ answers: { t1: 1 }, language: 'nl' })

  it.each([['1'], ['not-a-uuid'], [ID.toUpperCase()], [`${ID}%00`]])('is refused with the id %s', async (id) => {
    expect(await submit(good, {}, id)).toMatchObject({ status: 400, problem: { code: 'invalidId' } })
  })

  it.each([['bestaat-niet'], ['%00'], ["x'--"], ['a'.repeat(3000)]])('is refused with the wave %s', async (address) => {
    const path = `${server.origin}/api/waves/${address}/responses/${randomUUID()}`
    const response = await fetch(path, { method: 'PUT', body: good, headers: { 'content-type': 'application/json' } })
    expect(await refusal(response)).toMatchObject({ status: 404, problem: { code: 'unknownWave' } })
  })

  it.each([
    ['/nergens'],
    ['/api/nergens'],
    ['/v/%E0%A4%A'],
    ['/r/bestaat-niet'],
    ['/studio/assets/..%2f..%2fpackage.json'],
  ])('is not found: %s', async (path) => {
    const response = await fetch(`${server.origin}${path}`, { headers: { accept: 'application/json' } })
    expect((await refusal(response)).status).toBe(404)
  })

  it('says which methods an address takes', async () => {
    const response = await fetch(`${server.origin}/v/${wave.address}`, { method: 'DELETE' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, POST')
  })
})

describe('a form that is no page of ours', () => {
  const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${server.origin}/v/${wave.address}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
    })

  it.each([
    ['a field that nothing takes', 'go=next&screen=t1&extra=1', 422],
    ['a screen that is none', 'go=next&screen=nope', 422],
    ['a button that is none', 'go=fly', 422],
    ['a draft that is none', `go=next&screen=t1&draft=${ID}&t1=1`, 410],
    ['a draft with a NUL', 'go=next&screen=t1&draft=%00', 422],
    ['the same button twice', 'go=next&go=back', 422],
    ['half a percent sign', 'go=%', 422],
  ])('gets a page with a plain sentence for %s', async (_what, body, status) => {
    const response = await post(body)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('text/html')
  })

  it('gets a page when it is too large or of another kind', async () => {
    expect((await post(`go=next&story=${'a'.repeat(300_000)}`)).status).toBe(413)
    expect((await post(Array.from({ length: 1500 }, (_, n) => `f${n}=1`).join('&'))).status).toBe(413)
    expect((await post('{}', { 'content-type': 'application/json' })).status).toBe(415)
  })

  it('names the field to a program that asks for JSON', async () => {
    const { paths } = await refusal(await post('go=fly&screen=t1', { accept: 'application/json' }))
    expect(paths).toEqual(['/form/go'])
  })
})
