import { createHash, randomUUID } from 'node:crypto'
import { get, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withdrawalHash } from '@klankbord/pages'
import { open, press } from '../filled-page.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { handOutCodes, openWmoWave } from '../wmo-wave.ts'
import { ask } from './ask.ts'

let server: StartedServer
let codes: readonly string[]

beforeAll(async () => {
  server = await startServer()
  await openWmoWave(server.context, 'open')
  codes = await handOutCodes(server.context, await openWmoWave(server.context, 'codes', { mode: 'codeAnonymous' }), 40)
})

afterAll(() => server.end())

/** What came over the wire: the length that was announced and the one that came. */
interface Measured {
  readonly status: number
  readonly announced: number
  readonly length: number
}

/** Sends a form or JSON as a browser does that unpacks what it gets, and measures before that. */
function measure(
  path: string,
  sent: { readonly method: string; readonly type?: string; readonly body?: string },
  accept: string,
): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const headers = {
      'accept-encoding': accept,
      accept: 'text/html',
      'content-length': Buffer.byteLength(sent.body ?? ''),
      ...(sent.type && { 'content-type': sent.type }),
    }
    const call = request(`${server.origin}${path}`, { method: sent.method, headers }, (response) => {
      let length = 0
      response.on('data', (piece: Buffer) => {
        length += piece.length
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, announced: Number(response.headers['content-length']), length }),
      )
    })
    call.on('error', reject).end(sent.body)
  })
}

const form = (fields: Readonly<Record<string, string>>): { method: string; type: string; body: string } => ({
  method: 'POST',
  type: 'application/x-www-form-urlencoded',
  body: new URLSearchParams(fields).toString(),
})
const json = (method: string, body: unknown): { method: string; type: string; body: string } => ({
  method,
  type: 'application/json',
  body: JSON.stringify(body),
})

describe.each(['gzip, deflate, br', 'identity', 'br'])('what goes back to who accepts %s', (accept) => {
  const expectPadded = async (path: string, sent: Parameters<typeof measure>[1]): Promise<number> => {
    const { status, announced, length } = await measure(path, sent, accept)
    const step = path.startsWith('/v/') ? 12_288 : 1024
    expect([path, sent.body, length % step, announced]).toEqual([path, sent.body, 0, length])
    // Every browser takes what is packed; then no page is longer than another.
    if (accept.includes('gzip')) expect([path, sent.body, length]).toEqual([path, sent.body, step])
    return status
  }

  it('is whole kilobytes long on every page of a way through, whatever was answered', async () => {
    const address = `${server.origin}/v/open`
    let measured = 0
    for (const answer of ['1', '5', '-3', null]) {
      let page = await press(address, await open(address), 'start')
      while (page.hidden['code'] === undefined) {
        const name = page.choices[0]?.name
        const given = answer !== null && name !== undefined && page.choices.some(({ value }) => value === answer)
        const fields = { ...page.hidden, go: given ? 'next' : 'skip', ...(given && { [name]: answer }) }
        expect(await expectPadded('/v/open', form(fields))).toBe(200)
        measured += 1
        page = await press(address, page, fields.go, given ? { [name]: answer } : {})
      }
      expect(await expectPadded('/v/open', form({ ...page.hidden, go: 'submit' }))).toBe(200)
    }
    expect(measured).toBeGreaterThan(40)
  })

  it('is so for beginnings, mistakes, refusals and failures too', async () => {
    const statuses: number[] = []
    const measured = async (path: string, sent: Parameters<typeof measure>[1]): Promise<void> => {
      statuses.push(await expectPadded(path, sent))
    }
    for (const path of ['/v/open', '/v/codes', '/v/nergens', '/v/open/withdraw', '/v/codes?lang=en'])
      await measured(path, { method: 'GET' })
    for (const access of ['', 'K7M', 'O11', 'K7M-D93-XWP4', codes[0] ?? ''])
      await measured('/v/codes', form({ go: 'start', language: 'nl', access }))
    await measured('/v/open/withdraw', form({ go: 'erase', code: 'AAAA-BBBB-CCCC' }))
    await measured('/v/open', form({ strange: 'field' }))
    const id = randomUUID()
    const body = { answers: { t1: 1 }, language: 'nl', withdrawalHash: null }
    for (const sent of [body, body, { ...body, answers: { t1: 2 } }, { ...body, answers: { t1: 99 } }, { strange: 1 }])
      await measured(`/api/waves/open/responses/${id}`, json('PUT', sent))
    await measured(`/api/waves/codes/responses/${randomUUID()}`, json('PUT', body))
    await measured(`/api/waves/open/drafts/${randomUUID()}`, json('PUT', { revision: 1, answers: {}, language: 'nl' }))
    await measured('/api/waves/open/responses', json('DELETE', { code: 'AAAA-BBBB-CCCC' }))
    const withdrawable = { ...body, withdrawalHash: withdrawalHash('K7MD-29XW-PQ4C') }
    await measured(`/api/waves/open/responses/${randomUUID()}`, json('PUT', withdrawable))
    await measured('/api/waves/open/responses', json('DELETE', { code: 'K7MD-29XW-PQ4C' }))
    expect(statuses).toEqual([
      200, 200, 404, 200, 200, 422, 422, 422, 422, 200, 422, 422, 201, 200, 409, 409, 422, 403, 200, 404, 201, 200,
    ])
  })
})

it('is read by a browser as it was written', async () => {
  const text = await (await fetch(`${server.origin}/v/open`)).text()
  const plain = await new Promise<string>((resolve, reject) => {
    get(`${server.origin}/v/open`, { headers: { 'accept-encoding': 'identity' } }, (response) => {
      let read = ''
      response.setEncoding('utf8').on('data', (piece: string) => {
        read += piece
      })
      response.on('end', () => resolve(read))
    }).on('error', reject)
  })
  expect(text.trim()).toBe(plain.trim())
})

it('allows one script in the page where a code is asked for, by its hash, and none where answers are', async () => {
  const entrance = await ask(server, '/v/codes')
  const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(entrance.text) ?? []
  const hash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`
  expect(entrance.headers.get('content-security-policy')).toContain(`script-src 'self' ${hash};`)
  const first = await ask(server, '/v/codes', { form: { go: 'start', language: 'nl', access: codes[1] ?? '' } })
  expect(first.status).toBe(200)
  expect(first.headers.get('content-security-policy')).toContain("script-src 'self';")
})
