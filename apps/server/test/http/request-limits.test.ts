import { randomUUID } from 'node:crypto'
import { isProblem } from '@klankbord/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitorMarks } from '../../src/access/visitor-marks.ts'
import { requestLimit, type RequestLimit } from '../../src/http/rate-limit.ts'
import { REQUEST_LIMITS, type LimitPurpose } from '../../src/http/request-limits.ts'
import type { Route } from '../../src/http/route.ts'
import { ALL_ROUTES } from '../../src/routes/all-routes.ts'
import { startServer, STANDING_CLOCK, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'
import { ask } from './ask.ts'
import { serveBeside } from './server-beside.ts'

const LIMITED = ALL_ROUTES.filter(({ limit }) => limit !== undefined).map(
  (route) => [`${route.method} ${route.path}`, route] as const,
)
const PURPOSES = Object.keys(REQUEST_LIMITS).filter((name): name is LimitPurpose => name !== 'general')

/** What each of forty people does within the time that is counted, and how often. */
const EACH_OF_FORTY: Readonly<Record<LimitPurpose, number>> = {
  signIn: 5,
  secondFactor: 5,
  draft: 30,
  words: 3,
  submission: 3,
  withdrawal: 4,
  formRequest: 3,
  export: 5,
}

let server: StartedServer
beforeAll(async () => {
  server = await startServer()
  await openWmoWave(server.context, 'proefronde')
})
afterAll(() => server.end())

/** Counts by a clock that is set by hand. */
function counting(): { readonly limit: RequestLimit; readonly wait: (seconds: number) => void } {
  let now = 0
  const limit = requestLimit(3000, visitorMarks(new Uint8Array(32), STANDING_CLOCK), () => now)
  return { limit, wait: (seconds) => (now += seconds * 1000) }
}

describe.each(PURPOSES)('the limit for %s', (purpose) => {
  const { requests, seconds } = REQUEST_LIMITS[purpose]

  it('lets forty people in one shelter pass who share an address', () => {
    const { limit } = counting()
    const { mark } = limit.admit('192.0.2.7')
    for (let one = 0; one < 40 * EACH_OF_FORTY[purpose]; one += 1) limit.count(mark, purpose)
    expect(mark).not.toBe('')
  })

  it('holds one address back until its time is over, and no other address', () => {
    const { limit, wait } = counting()
    for (let one = 0; one < requests; one += 1) limit.count('one', purpose)
    wait(seconds - 10)
    expect(refusalOf(() => limit.count('one', purpose))).toBe(10)
    expect(refusalOf(() => limit.count('another', purpose))).toBeNull()
    wait(10)
    expect(refusalOf(() => limit.count('one', purpose))).toBeNull()
  })

  it('takes nothing from what the same address may do for another purpose', () => {
    const { limit } = counting()
    for (let one = 0; one <= requests; one += 1) refusalOf(() => limit.count('one', purpose))
    const others = PURPOSES.filter((other) => other !== purpose)
    expect(others.map((other) => refusalOf(() => limit.count('one', other)))).toEqual(others.map(() => null))
  })
})

describe('a route that counts for a purpose', () => {
  it.each(LIMITED)('says after too many when to come back: %s', async (_name, route) => {
    // A hundredth of everything.
    const settings = { ...server.context.settings, requestsPerMinute: 30 }
    const beside = await serveBeside({ ...server.context, settings })
    const { requests, seconds } = REQUEST_LIMITS[route.limit ?? 'general']
    try {
      for (let one = 0; one < Math.ceil(requests / 100); one += 1) {
        expect((await visit(beside.origin, route)).status).not.toBe(429)
      }
      const { status, headers, text } = await visit(beside.origin, route)
      expect(status).toBe(429)
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(seconds - 20)
      expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(seconds)
      expect(text).not.toContain('127.0.0.1')
    } finally {
      await beside.end()
    }
  })

  it('is every one by which somebody who is not signed in changes or tries something', () => {
    const uncounted = ALL_ROUTES.filter(({ role, method, limit }) => role === 'public' && method !== 'GET' && !limit)
    expect(uncounted.map(({ path }) => path)).toEqual([])
  })
})

/** Seconds to wait; null when it was let through. */
function refusalOf(counted: () => void): number | null {
  try {
    counted()
    return null
  } catch (error) {
    if (!isProblem(error, 'tooManyRequests')) throw error
    return error.details.seconds
  }
}

function visit(origin: string, route: Route): ReturnType<typeof ask> {
  const params: Readonly<Record<string, string>> = { wave: 'proefronde', id: randomUUID(), publication: 'nergens' }
  const path = route.path.replaceAll(/[:*](\w+)/g, (_, name: string) => params[name] ?? 'x')
  const { kind } = route.body ?? {}
  return ask({ origin }, path, {
    method: route.method,
    ...(kind === 'json' ? { json: {} } : {}),
    ...(kind === 'form' ? { form: { go: 'start' } } : {}),
  })
}
