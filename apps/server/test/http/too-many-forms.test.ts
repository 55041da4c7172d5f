import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EVERY_ELEMENT, openWaveOf } from '../every-element.ts'
import { open, press, type ShownPage } from '../filled-page.ts'
import { wordsOf } from '../respondent/page-words.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { serveBeside, type ServerBeside } from './server-beside.ts'

/** Of the usual 3000, so that of everything a hundredth is allowed. */
const EACH_MINUTE = 30
const PAGES_EACH_MINUTE = 15
const LIVING = { living: 'other', 'living-Comment': 'Bij mijn zus op zolder' }

let server: StartedServer
beforeAll(async () => {
  server = await startServer()
  await openWaveOf(server.context, EVERY_ELEMENT, 'druk')
})
afterAll(() => server.end())

/** A server where one address has asked nothing yet. */
async function quiet(): Promise<ServerBeside> {
  return serveBeside({ ...server.context, settings: { ...server.context.settings, requestsPerMinute: EACH_MINUTE } })
}

/** Somebody on the second screen, whose address used up all pages of this minute. */
async function crowded(beside: ServerBeside): Promise<ShownPage> {
  const address = `${beside.origin}/v/druk`
  const first = await press(address, await open(address), 'start')
  const second = await press(address, first, 'next', { consent: 'true' })
  for (let one = 2; one < PAGES_EACH_MINUTE; one += 1) await press(address, second, 'language:nl')
  return second
}

describe('a page of answers that comes when there were too many', () => {
  it('is given back with all that was typed, how long to wait and a button that sends it again', async () => {
    const beside = await quiet()
    try {
      const second = await crowded(beside)
      const busy = await press(`${beside.origin}/v/druk`, second, 'next', LIVING)
      expect([busy.status, busy.heading]).toEqual([429, 'Het lukt nu even niet'])
      expect(Number(busy.headers.get('retry-after'))).toBeGreaterThan(30)
      expect(wordsOf(busy)).toContain('Wacht 1 minuut en kies dan de knop')
      expect(busy.hidden).toMatchObject({ ...second.hidden, ...LIVING, 'go.before': 'next' })
      // The same form, once there are fewer.
      const on = await press(`${server.origin}/v/druk`, busy, 'next')
      expect(on.status).toBe(200)
      expect((await press(`${server.origin}/v/druk`, on, 'back')).html).toContain('Bij mijn zus op zolder')
    } finally {
      await beside.end()
    }
  })

  it('names a quarter of an hour where it is one', async () => {
    const beside = await quiet()
    try {
      const address = `${beside.origin}/v/druk/withdraw`
      for (let one = 0; one < 2; one += 1) await press(address, null, 'erase', { code: 'K7MD' })
      const busy = await press(address, null, 'erase', { code: 'K7MD-29XW-PQ4A' })
      expect([busy.status, busy.hidden['code']]).toEqual([429, 'K7MD-29XW-PQ4A'])
      expect(wordsOf(busy)).toContain('Wacht 15 minuten en kies dan de knop')
    } finally {
      await beside.end()
    }
  })

  it('is given back too where the address asked too much of everything, and is not read in a flood', async () => {
    const beside = await quiet()
    try {
      const address = `${beside.origin}/v/druk`
      const first = await press(address, await open(address), 'start')
      const second = await press(address, first, 'next', { consent: 'true' })
      await asks(beside, EACH_MINUTE - 3)
      const busy = await press(address, second, 'next', LIVING)
      expect([busy.status, busy.hidden['living-Comment']]).toEqual([429, LIVING['living-Comment']])
      await asks(beside, EACH_MINUTE)
      const flooded = await press(address, second, 'next', LIVING)
      expect([flooded.status, flooded.hidden['living-Comment']]).toEqual([429, undefined])
    } finally {
      await beside.end()
    }
  })
})

async function asks(beside: ServerBeside, times: number): Promise<void> {
  for (let one = 0; one < times; one += 1) await open(`${beside.origin}/healthz`)
}
