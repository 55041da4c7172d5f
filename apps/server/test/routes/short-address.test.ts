import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frontAddress, OWN_ADDRESSES } from '../../src/respondent/short-address.ts'
import { ALL_ROUTES } from '../../src/routes/all-routes.ts'
import { ask } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
  await openWmoWave(server.context, 'maasdal-wmo')
  await openWmoWave(server.context, 'ab-cd')
  await openWmoWave(server.context, 'abc-d')
})
afterAll(() => server.end())

/** Where the first choice leads: to fill in. */
const led = async (path: string): Promise<readonly [number, string | null]> => {
  const { status, text } = await ask(server, path, { headers: { Accept: 'text/html' } })
  return [status, /<ol class="front">\s*<li><a href="([^?"]*)/.exec(text)?.[1] ?? null]
}

describe('somebody who types the study address from a letter', () => {
  it.each([
    'maasdal-wmo',
    'Maasdal-WMO',
    'maasdalwmo',
    'maasdal%20wmo',
    'maasdal-%20wmo%20',
    'maasdal%E2%80%93wmo',
    'maasdal-wmo/',
  ])('comes to the page of the study: %s', async (typed) => {
    expect(await led(`/${typed}`)).toEqual([200, '/v/maasdal-wmo'])
  })

  it('takes no query along', async () => {
    expect(await led('/maasdal-wmo?code=K7M-D93-XWPN')).toEqual([200, '/v/maasdal-wmo'])
  })

  it('comes to the one that was typed where two differ in hyphens only, and to neither without', async () => {
    expect(await led('/ab-cd')).toEqual([200, '/v/ab-cd'])
    expect(await led('/abc-d')).toEqual([200, '/v/abc-d'])
    expect(await led('/abcd')).toEqual([404, null])
  })

  it.each(['bestaat-niet', 'robots.txt', '%00', 'a'.repeat(3000), '%27%20or%201%3D1--'])(
    'is told that there is no such page: %s',
    async (typed) => {
      expect(await led(`/${typed}`)).toEqual([404, null])
    },
  )
})

describe('the addresses of the server itself', () => {
  it('are known, so that no letter sends anybody to the studio', () => {
    const first = ALL_ROUTES.map(({ path }) => path.split('/')[1] ?? '').filter((word) => !/^[:*]|^$/.test(word))
    expect([...new Set(first)].filter((word) => /^[a-z0-9-]{3,40}$|^[a-z]$/.test(word)).toSorted()).toEqual(
      OWN_ADDRESSES.toSorted(),
    )
    expect(frontAddress('https://vragen.example', 'studio')).toBe('vragen.example/v/studio/start')
    expect(frontAddress('https://vragen.example', 'maasdal-wmo')).toBe('vragen.example/maasdal-wmo')
  })
})
