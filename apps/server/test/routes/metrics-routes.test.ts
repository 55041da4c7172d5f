import { openDatabase } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serverMetrics } from '../../src/metrics/server-metrics.ts'
import { ask } from '../http/ask.ts'
import { serveBeside } from '../http/server-beside.ts'
import { METRICS_TOKEN, startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

const scrape = async (authorization?: string, at: { readonly origin: string } = server) =>
  fetch(`${at.origin}/metrics`, authorization === undefined ? {} : { headers: { authorization } })

describe('the metrics', () => {
  it('are read with the token, in the format of Prometheus', async () => {
    const answer = await scrape(`Bearer ${METRICS_TOKEN}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('version=0.0.4')])
    const text = await answer.text()
    for (const name of [
      'klankbord_writes_waiting 0',
      'klankbord_database_up 1',
      'klankbord_portions_due 0',
      'klankbord_portions_sealed 0',
      'klankbord_database_connections{state="waiting"} 0',
      'nodejs_eventloop_lag_seconds',
    ])
      expect(text).toContain(name)
  })

  it.each([['nothing'], ['Bearer '], ['Bearer another'], [METRICS_TOKEN], [`bearer ${METRICS_TOKEN} `]])(
    'are refused to whoever brings %s',
    async (authorization) => {
      const answer = await scrape(authorization === 'nothing' ? undefined : authorization)
      expect([answer.status, (await answer.text()).includes('klankbord_')]).toEqual([401, false])
    },
  )

  it('are refused to everybody, also on this computer and to staff, where no token was set', async () => {
    const { context } = server
    const closed = await serveBeside({ ...context, settings: { ...context.settings, metricsToken: null } })
    for (const authorization of [undefined, 'Bearer ', 'Bearer null', `Bearer ${METRICS_TOKEN}`])
      expect((await scrape(authorization, closed)).status).toBe(401)
    expect((await ask(closed, '/metrics', { headers: { cookie: await server.signIn() } })).status).toBe(401)
    await closed.end()
  })

  it('name routes and never a wave, a study or who asked', async () => {
    const wave = await openWmoWave(server.context, 'geheime-ronde')
    for (let n = 0; n < 20; n += 1) await ask(server, `/v/geheime-ronde?wie=${n}`)
    await ask(server, `/api/studies/${wave.studyId}`)
    await ask(server, '/nergens/geheim')
    const text = await (await scrape(`Bearer ${METRICS_TOKEN}`)).text()
    expect(text).toContain('method="GET",route="/v/:wave",status="200"')
    expect(text).toContain('route="/api/studies/:study",status="401"')
    expect(text).toContain('route="none",status="404"')
    for (const secret of ['geheim', wave.studyId, wave.id, 'wie', '127.0.0.1']) expect(text).not.toContain(secret)
  })

  it('say when the database is away, and nothing then that only it knows', async () => {
    const away = openDatabase('postgresql://klankbord@127.0.0.1:1/klankbord')
    const { writer, clock } = server.context
    const text = await serverMetrics({ database: away, writer, clock }).text()
    expect(text).toContain('klankbord_database_up 0')
    expect(text).not.toMatch(/^klankbord_portions/m)
    await away.close()
  })
})
