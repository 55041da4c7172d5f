import { randomUUID } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import type { Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { expressApp } from '../../src/app.ts'
import { requestLimit } from '../../src/http/rate-limit.ts'
import { shortcut } from '../../src/http/shortcut.ts'
import type { AnsweredRequest } from '../../src/metrics/request-tally.ts'
import { ALL_ROUTES } from '../../src/routes/all-routes.ts'
import { sendBytes, sendRequest } from '../raw-request.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { handOutCodes, openWmoWave, storedAnswers } from '../wmo-wave.ts'

let server: StartedServer
let open: Wave
let codes: readonly string[]
let listeners: readonly Server[]
/** The whole server, and its long way alone. */
let both: Readonly<Record<'short' | 'long', string>>
/** The same where nobody may ask anything. */
let strictBoth: typeof both
/** How many requests to the whole server went the long way. */
let passedOn = 0
/** What was counted of requests. */
let counted: AnsweredRequest[] = []

beforeAll(async () => {
  server = await startServer()
  open = await openWmoWave(server.context, 'open')
  codes = await handOutCodes(server.context, await openWmoWave(server.context, 'codes', { mode: 'codeAnonymous' }), 40)
  const metrics = { ...server.context.metrics, count: (one: AnsweredRequest) => void counted.push(one) }
  const context = { ...server.context, metrics }
  const limit = requestLimit(100_000, context.visitors)
  const long = expressApp(context, limit)
  const short = shortcut(ALL_ROUTES, context, limit, (request, response) => {
    passedOn += 1
    long(request, response)
  })
  const none = requestLimit(0, context.visitors)
  const strict = expressApp(context, none)
  listeners = await Promise.all([short, long, shortcut(ALL_ROUTES, context, none, strict), strict].map(listening))
  const [a = '', b = '', c = '', d = ''] = listeners.map(originOf)
  both = { short: a, long: b }
  strictBoth = { short: c, long: d }
})

const originOf = (one: Server): string => `http://127.0.0.1:${(one.address() as AddressInfo).port}`

afterAll(async () => {
  for (const one of listeners) one.closeAllConnections()
  await Promise.all(listeners.map((one) => new Promise((resolve) => one.close(resolve))))
  await server.end()
})

async function listening(answer: RequestListener): Promise<Server> {
  const listener = createServer(answer)
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  return listener
}

/** A request as it goes over the wire; `:id` in its address becomes a fresh id, `:code` in its body a fresh code. */
interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

const GOOD = '{"answers": {"t1": 1}, "language": "nl"}'
const PATH = '/api/waves/open/responses/:id'

function bytesOf({ method = 'PUT', path = PATH, headers = {}, body = GOOD }: Sent, id: string, code: string): Buffer {
  const content = typeof body === 'string' ? Buffer.from(body.replace(':code', code)) : body
  const all: Readonly<Record<string, string>> = {
    Host: 'localhost',
    'Content-Type': 'application/json',
    'Content-Length': String(content.length),
    Connection: 'close',
    ...headers,
  }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]))
  return Buffer.concat([
    Buffer.from(`${[`${method} ${path.replace(':id', id)} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`),
    content,
  ])
}

let used = 0

/** What comes back by one way, without what differs each time, and whether it was passed on. */
async function answered(way: string, sent: Sent, id: string = randomUUID()): Promise<readonly string[]> {
  used += 1
  const answer = await sendRequest(way, bytesOf(sent, id, codes[used] ?? ''))
  const [head = '', ...body] = answer.replaceAll(id, ':id').split('\r\n\r\n')
  const [status = '', ...headers] = head.split('\r\n').filter((line) => !line.startsWith('Date: '))
  return [status, ...headers.map((line) => line.toLowerCase()).toSorted(), body.join('\r\n\r\n')]
}

const chunked = (text: string): Sent => ({
  headers: { 'Content-Length': '', 'Transfer-Encoding': 'chunked' },
  body: `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`,
})
const typed = (type: string): Sent => ({ headers: { 'Content-Type': type } })
const many = Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`unknown_${n}`, 1]))

/** By what they are: the status, whether Express is passed by, and the request. */
const PLAIN: readonly (readonly [what: string, status: number, sent: Sent])[] = [
  ['good', 201, {}],
  ['good, with its alphabet named', 201, typed('application/json; charset=UTF-8')],
  ['good, after a mark of its alphabet', 201, { body: `\ufeff${GOOD}` }],
  ['good, after white space', 201, { body: `\r\n \t${GOOD}` }],
  ['good, for a wave in capitals', 201, { path: '/api/waves/OPEN/responses/:id' }],
  [
    'good, from another site',
    201,
    { headers: { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' } },
  ],
  ['good, from who unpacks', 201, { headers: { 'Accept-Encoding': 'gzip, br' } }],
  ['good, with a code', 201, { path: '/api/waves/codes/responses/:id', body: GOOD.replace('}', '}, "code": ":code"') }],
  ['without its code', 403, { path: '/api/waves/codes/responses/:id' }],
  [
    'with an unknown code',
    403,
    { path: '/api/waves/codes/responses/:id', body: GOOD.replace('}', '}, "code": "K7M"') },
  ],
  ['for no wave', 404, { path: '/api/waves/nergens/responses/:id' }],
  ['without an id', 400, { path: '/api/waves/open/responses/none' }],
  ['half a text', 400, { body: '{"answers": {"t1"' }],
  ['no JSON', 400, { body: 'hello' }],
  ['a number', 400, { body: ' 5' }],
  ['null', 400, { body: 'null' }],
  ['only white space', 400, { body: '  ' }],
  ['only a mark', 422, { body: '\ufeff' }],
  ['a list', 422, { body: '[]' }],
  ['an empty object', 422, { body: '{}' }],
  ['in no alphabet', 400, { body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]) }],
  ['a strange field', 422, { body: GOOD.replace('}', '}, "strange": 1') }],
  ['a prototype', 422, { body: GOOD.replace('}', '}, "__proto__": {"x": 1}') }],
  ['a NUL', 422, { body: '{"answers": {}, "language": "n\\u0000"}' }],
  ['wrong answers', 422, { body: '{"answers": {"t1": 99}, "language": "nl"}' }],
  ['wrong in many ways', 422, { body: JSON.stringify({ answers: many, language: 'nl' }) }],
  [
    'wrong in many ways, to who unpacks',
    422,
    { body: JSON.stringify({ answers: many, language: 'nl' }), headers: { 'Accept-Encoding': 'gzip' } },
  ],
  ['as large as can be', 422, { body: JSON.stringify({ answers: { story: 'a'.repeat(262_104) }, language: 'nl' }) }],
  [
    'a draft',
    200,
    { path: '/api/waves/open/drafts/:id', body: '{"revision": 1, "answers": {"t1": 1}, "language": "nl"}' },
  ],
  ['no withdrawal', 404, { method: 'DELETE', path: '/api/waves/open/responses', body: '{"code": "AAAA-BBBB-CCCC"}' }],
]

const ODD: typeof PLAIN = [
  ['another type', 415, typed('text/plain')],
  ['a type like ours', 415, typed('application/jsonp')],
  ['no type', 415, typed('')],
  ['another alphabet', 415, typed('application/json; charset=iso-8859-1')],
  ['a type with more to it', 201, typed('application/json;charset="utf-8";x=y')],
  ['packed', 415, { headers: { 'Content-Encoding': 'gzip' } }],
  ['packed in name only', 201, { headers: { 'Content-Encoding': 'identity' } }],
  ['nothing at all', 422, { body: '', headers: { 'Content-Length': '0' } }],
  ['too large', 413, { body: JSON.stringify({ answers: { story: 'a'.repeat(262_105) }, language: 'nl' }) }],
  ['in pieces', 201, chunked(GOOD)],
  ['too large, in pieces', 413, chunked(JSON.stringify({ answers: { story: 'a'.repeat(300_000) } }))],
  ['with a query', 201, { path: `${PATH}?a=1` }],
  ['with a slash at the end', 201, { path: `${PATH}/` }],
  ['with an escape', 201, { path: '/api/waves/%6fpen/responses/:id' }],
  ['with an escape of nothing', 404, { path: '/api/waves/%E0%A4%A/responses/:id' }],
  ['with a method that the address does not take', 405, { method: 'POST' }],
  ['asked what it takes', 405, { method: 'OPTIONS' }],
  ['asked for its head', 405, { method: 'HEAD' }],
  ['read', 405, { method: 'GET' }],
]

describe('what anybody can send', () => {
  const compare = async (status: number, sent: Sent, expected: number): Promise<void> => {
    const before = passedOn
    const short = await answered(both.short, sent)
    expect(passedOn - before).toBe(expected)
    expect(short[0]).toContain(` ${status} `)
    expect(short).toEqual(await answered(both.long, sent))
  }

  it.each(PLAIN)('is answered past Express as it is by Express when it is %s: %i', (_what, status, sent) =>
    compare(status, sent, 0),
  )

  it.each(ODD)('is left to Express when it is %s: %i', (_what, status, sent) => compare(status, sent, 1))

  it('is answered the same once more, with other answers, and after it was withdrawn', async () => {
    const hash = '1b2f8ecd3b1dc1b6f1f3b8a1a2d5bd05b1a4f5c6e7a8b9c0d1e2f3a4b5c6d7e8'
    const story = [GOOD, GOOD, GOOD.replace('1', '2'), GOOD.replace('}', `}, "withdrawalHash": "${hash}"`)]
    const told = async (way: string): Promise<readonly (readonly string[])[]> => {
      const id = randomUUID()
      const answers: (readonly string[])[] = []
      for (const body of story) answers.push(await answered(way, { body }, id))
      return answers
    }
    const short = await told(both.short)
    expect(short.map(([status]) => status?.slice(9, 12))).toEqual(['201', '200', '409', '409'])
    expect(short).toEqual(await told(both.long))
  })
})

it('is asked to go on where somebody waits for that, by Express', async () => {
  for (const way of Object.values(both)) {
    const [status, ...rest] = await answered(way, { headers: { Expect: '100-continue' } })
    expect(status).toBe('HTTP/1.1 100 Continue')
    expect(rest.join('\n')).toContain('201 Created')
  }
})

describe('a connection', () => {
  it('takes requests of both ways in turn, also without waiting for an answer', async () => {
    const kept: Sent = { headers: { Connection: 'keep-alive' } }
    const four = [kept, { ...kept, path: `${PATH}?a=1` }, { ...kept, body: 'hello' }, {}]
    const bytes = Buffer.concat(four.map((sent) => bytesOf(sent, randomUUID(), '')))
    const answer = await sendRequest(both.short, bytes)
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual([201, 201, 400, 201].map((status) => `HTTP/1.1 ${status}`))
  })

  it('may bring a body in its own time', async () => {
    for (const origin of Object.values(both)) {
      const bytes = bytesOf({}, randomUUID(), '')
      const { hostname, port } = new URL(origin)
      const socket = connect({ host: hostname, port: Number(port) })
      let answer = ''
      socket.on('data', (piece: Buffer) => (answer += piece.toString()))
      socket.write(bytes.subarray(0, -10))
      // Another one comes and is answered in between.
      expect((await fetch(`${origin}/healthz`)).status).toBe(200)
      socket.write(bytes.subarray(-10))
      await new Promise((resolve) => socket.on('close', resolve))
      expect(answer).toContain('201 Created')
    }
  })

  it('that is cut leaves nothing behind, and nothing is known of it but that somebody went', async () => {
    const before = await storedAnswers(server.context, open)
    for (const origin of Object.values(both)) {
      counted = []
      const answer = await sendBytes(origin, bytesOf({}, randomUUID(), '').subarray(0, -10))
      expect(answer === '' || answer.startsWith('HTTP/1.1 400')).toBe(true)
      await vi.waitFor(() => expect(counted.map(({ status }) => status)).toEqual([expect.toBeOneOf([400, 499])]))
      expect(server.logged()).not.toContain('"fault"')
    }
    expect(await storedAnswers(server.context, open)).toEqual(before)
  })
})

describe('whoever watches the server', () => {
  it('sees the same counted of either way', async () => {
    for (const sent of [{}, { body: 'hello' }, { path: '/api/waves/nergens/responses/:id' }]) {
      counted = []
      for (const way of Object.values(both)) await answered(way, sent)
      await vi.waitFor(() => expect(counted).toHaveLength(2))
      const [short, long] = counted.map(({ method, route, status }) => ({ method, route, status }))
      expect(short).toEqual({ ...long, method: 'PUT', route: '/api/waves/:wave/responses/:id' })
    }
  })

  it('reads the same line of who asks too often, whom either way tells the same', async () => {
    const lines: unknown[] = []
    const told: (readonly string[])[] = []
    for (const way of Object.values(strictBoth)) {
      const before = server.logged().length
      told.push(await answered(way, {}))
      await vi.waitFor(() => expect(server.logged().length).toBeGreaterThan(before))
      const { time, ms, ...line } = JSON.parse(server.logged().slice(before)) as Readonly<Record<string, unknown>>
      expect([typeof time, typeof ms]).toEqual(['number', 'number'])
      lines.push(line)
    }
    expect(lines[0]).toEqual(lines[1])
    expect(lines[0]).toMatchObject({ status: 429, method: 'PUT' })
    expect(told[0]).toEqual(told[1])
  })
})
