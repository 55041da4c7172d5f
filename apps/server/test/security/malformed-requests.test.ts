import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import type { Route } from '../../src/http/route.ts'
import { ALL_ROUTES } from '../../src/routes/all-routes.ts'
import { sampleBody, type JsonSchema } from '../http/sample-body.ts'
import { sendBytes } from '../raw-request.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'
import { OWN_NAMES, PAYLOADS, UNSTORABLE } from './payloads.ts'

const ROUTES = ALL_ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const)
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))

let server: StartedServer
let cookie: string
let params: Readonly<Record<string, string>>

beforeAll(async () => {
  server = await startServer()
  const wave = await openWmoWave(server.context, 'proefronde')
  cookie = await server.signIn()
  params = { study: wave.studyId, wave: wave.address, id: randomUUID() }
})
afterAll(() => server.end())

/** What stands in the place of a name. */
const PAYLOAD_NAMES = PAYLOADS.map(({ text }) => encodeURIComponent(text))
const BROKEN_NAMES: readonly string[] = [
  ...OWN_NAMES,
  '%00',
  '%E0%A4%A',
  '%',
  '%ff',
  '..%2f..%2f..%2fetc%2fpasswd',
  'x'.repeat(5000),
]

/** Those that are broken in themselves, and a fifth of the payloads, for each route others; all with `test:full`. */
function strangeNames(route: Route): readonly string[] {
  const share = inject('sampleFactor') > 1 ? 1 : 5
  const turn = ALL_ROUTES.indexOf(route)
  return [...BROKEN_NAMES, ...PAYLOAD_NAMES.filter((_, place) => (place + turn) % share === 0)]
}

interface Told {
  readonly status: number
  readonly type: string
  readonly text: string
}

async function send(
  route: Route,
  path: string,
  body?: { readonly type: string; readonly content: string },
): Promise<Told> {
  const response = await fetch(server.origin + path, {
    method: route.method,
    redirect: 'manual',
    headers: { cookie, accept: 'text/html', ...(body ? { 'content-type': body.type } : {}) },
    ...(body && route.method !== 'GET' ? { body: body.content } : {}),
  })
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() }
}

const pathOf = (route: Route, given: Readonly<Record<string, string>> = params): string =>
  route.path.replaceAll(/[:*](\w+)/g, (_, name: string) => given[name] ?? 'x')

/** No stack, no place on this machine, nothing of the database, and a code where programs read it. */
function expectPlain(name: string, told: Told): void {
  expect([name, ...faultsOf(told)]).toEqual([name])
}

const INSIDE = /\bat \S+ \(|\.ts:\d+|node_modules|node:internal|\bfrom "?\w+"? where |syntax error at|kysely/i

function faultsOf({ status, type, text }: Told): readonly string[] {
  const fault = status === 500 ? ['a fault of ours'] : []
  const inside = INSIDE.test(text) || text.includes(ROOT) ? [`what is inside: ${text.slice(0, 300)}`] : []
  const plain = status < 400 || type === 'text/html; charset=utf-8' || isProblemOf(status, { type, text })
  return [...fault, ...inside, ...(plain ? [] : [`${status} ${type}`])]
}

function isProblemOf(status: number, { type, text }: Pick<Told, 'type' | 'text'>): boolean {
  if (!type.startsWith('application/problem+json')) return false
  const told = JSON.parse(text) as Readonly<Record<string, unknown>>
  return told['status'] === status && typeof told['code'] === 'string' && typeof told['detail'] === 'string'
}

describe('whoever asks with an address that nobody has', () => {
  it.each(ROUTES)('is told so in plain words: %s', async (name, route) => {
    const strange = strangeNames(route)
    const names = [...route.path.matchAll(/[:*](\w+)/g)].map(([, part = '']) => part)
    const paths = names.flatMap((part) => strange.map((given) => pathOf(route, { ...params, [part]: given })))
    for (const told of await Promise.all(paths.map((path) => send(route, path)))) expectPlain(name, told)
    const queries = Object.keys(route.query ?? { lang: '' })
    for (const given of strange) expectPlain(name, await send(route, `${pathOf(route)}?${queries[0]}=${given}`))
    for (const query of ['a=1&a=2', 'a[b]=1', '__proto__[x]=1', `${queries[0]}=nl&${queries[0]}=en`, '&&==&'])
      expectPlain(name, await send(route, `${pathOf(route)}?${query}`))
  })
})

describe('whoever sends what is no body', () => {
  it.each(ROUTES.filter(([, { body }]) => body?.kind === 'json'))(
    'is told so in plain words: %s',
    async (name, route) => {
      const type = 'application/json'
      const path = pathOf(route)
      const contents = [
        '',
        '{',
        'null',
        '[]',
        '"x"',
        '7',
        '{"a":}',
        '\uFEFF{}',
        '{"__proto__":{"admin":true}}',
        '['.repeat(20_000),
      ]
      for (const content of contents) expectPlain(name, await send(route, path, { type, content }))
      for (const other of [
        'text/plain',
        'application/xml',
        'multipart/form-data; boundary=x',
        'application/json; charset=utf-16',
        '',
      ])
        expectPlain(name, await send(route, path, { type: other, content: '{}' }))
      const wrong = wrongBodies(route).map((body) => send(route, path, { type, content: JSON.stringify(body) }))
      for (const told of await Promise.all(wrong)) expectPlain(name, told)
    },
  )

  it.each(ROUTES.filter(([, { body }]) => body?.kind === 'form'))('on a form is told so: %s', async (name, route) => {
    const type = 'application/x-www-form-urlencoded'
    const path = pathOf(route)
    for (const content of ['', 'go=%', 'go=next&go=back', '__proto__=1', 'go[a]=1', 'a=1&'.repeat(2000), '%00=1'])
      expectPlain(name, await send(route, path, { type, content }))
    for (const { text } of PAYLOADS) {
      const content = new URLSearchParams({
        go: text,
        screen: text,
        draft: text,
        language: text,
        code: text,
      }).toString()
      expectPlain(name, await send(route, path, { type, content }))
    }
    expectPlain(name, await send(route, path, { type: 'multipart/form-data; boundary=x', content: '--x--' }))
  })

  it('twice in one request is told so', async () => {
    const path = `/api/waves/proefronde/responses/${randomUUID()}`
    for (const twice of [
      'Content-Length: 2\r\nContent-Length: 3',
      'Host: a\r\nHost: b',
      'Content-Type: text/plain\r\nContent-Type: application/json',
    ]) {
      const answer = await sendBytes(
        server.origin,
        `PUT ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${twice}\r\n\r\n{}`,
      )
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
      expect(answer).not.toMatch(/\.ts:\d+|node_modules/)
    }
  })
})

/** The sample body of a route, with each field in turn replaced by what it is not. */
function wrongBodies(route: Route): readonly unknown[] {
  if (route.body?.kind !== 'json') return []
  const sample = sampleBody(z.toJSONSchema(route.body.schema, { io: 'input' }) as JsonSchema) as Readonly<
    Record<string, unknown>
  >
  const wrong: readonly unknown[] = [
    null,
    [],
    {},
    -1,
    1e308,
    true,
    'x'.repeat(10_000),
    ...UNSTORABLE,
    ...PAYLOADS.slice(0, 3).map(({ text }) => text),
  ]
  return Object.keys(sample).flatMap((field) => wrong.map((value) => ({ ...sample, [field]: value })))
}
