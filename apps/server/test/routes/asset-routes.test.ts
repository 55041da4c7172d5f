import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
  await openWmoWave(server.context, 'open')
})
afterAll(() => server.end())

const HERE = 'flow-0123456789ab.js'

describe('a browser that goes on with a questionnaire', () => {
  it('looks often whether the small script is new, and keeps for good what has its version in its name', async () => {
    const first = await ask(server, '/assets/respond.js')
    expect(first.headers.get('cache-control')).toBe('public, max-age=300')
    const later = await ask(server, `/assets/respond/${HERE}`)
    expect([later.status, later.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
    expect(later.headers.get('cache-control')).toContain('immutable')
  })

  it('gets it as its build compressed it where it reads that, and else as ever', async () => {
    const coded = async (accepted: string): Promise<readonly unknown[]> => {
      const { headers, text } = await ask(server, `/assets/respond/${HERE}`, {
        headers: { 'accept-encoding': accepted },
      })
      expect([headers.get('vary'), headers.get('content-type')]).toEqual([
        'Accept-Encoding',
        'text/javascript; charset=utf-8',
      ])
      return [headers.get('content-encoding'), text]
    }
    const [, plain] = await coded('identity')
    expect(plain).toContain('here')
    expect(await coded('gzip, deflate, br')).toEqual(['br', plain])
    for (const accepted of ['gzip;q=0', 'identity', 'br;q=0', 'brown'])
      expect(await coded(accepted)).toEqual([null, plain])
  })

  it('does not get another version of a script in the place of one that the server has no more', async () => {
    expect((await ask(server, '/assets/respond/flow-ba9876543210.js')).status).toBe(404)
    expect((await ask(server, '/assets/respond/..%2frespond.js')).status).toBe(404)
  })

  it('gets data from a server that has its script, and posts its forms where that has another', async () => {
    const data = '/api/waves/open/page?language=nl'
    expect((await ask(server, `${data}&script=${HERE}`)).status).toBe(200)
    for (const script of ['flow-ba9876543210.js', 'respond.js', '..%2frespond.js', '']) {
      const answer = await ask(server, `${data}&script=${script}`)
      expect([answer.status, answer.code]).toEqual([404, 'unknownAddress'])
    }
    // A program of somebody else's, which reads the data by itself.
    expect((await ask(server, data)).status).toBe(200)
  })
})
