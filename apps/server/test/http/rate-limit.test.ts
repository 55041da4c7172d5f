import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'
import { ask } from './ask.ts'
import { serveBeside, type ServerBeside } from './server-beside.ts'

let server: StartedServer
let behindProxy: ServerBeside
let direct: ServerBeside

beforeAll(async () => {
  server = await startServer()
  await openWmoWave(server.context, 'proefronde')
  const settings = { ...server.context.settings, requestsPerMinute: 3 }
  direct = await serveBeside({ ...server.context, settings })
  behindProxy = await serveBeside({ ...server.context, settings: { ...settings, trustedProxies: 1 } })
})

afterAll(async () => {
  await direct.end()
  await behindProxy.end()
  await server.end()
})

describe('an address that asks too often', () => {
  it('is asked to come back later: people on a page, programs with a problem', async () => {
    const first = [1, 2, 3].map(() => ask(direct, '/v/proefronde'))
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200, 200])
    const page = await ask(direct, '/v/proefronde', { headers: { accept: 'text/html', 'accept-language': 'en' } })
    expect(page.status).toBe(429)
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(30)
    expect(page.text).toContain('It does not work just now')
    const told = await ask(direct, '/api/waves/proefronde/questionnaire')
    expect(told).toMatchObject({ status: 429, code: 'tooManyRequests' })
    expect(Number(told.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect(told.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('does not take others along who come through the same proxy', async () => {
    const from = (address: string): Promise<{ status: number }> =>
      ask(behindProxy, '/healthz', { headers: { 'x-forwarded-for': address } })
    const first = await Promise.all([1, 2, 3].map(() => from('192.0.2.1')))
    expect(first.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await from('192.0.2.1')).status).toBe(429)
    expect((await from('192.0.2.2')).status).toBe(200)
  })

  it('cannot pass for others where no proxy is trusted', async () => {
    const answer = await ask(direct, '/healthz', { headers: { 'x-forwarded-for': '192.0.2.9' } })
    expect(answer.status).toBe(429)
  })
})
