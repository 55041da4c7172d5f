import { INSTRUMENTS } from '@klankbord/instruments'
import type { Json } from '@klankbord/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWaveOf } from '../every-element.ts'
import { openForm, type FormPage } from '../form-client/form-client.ts'
import { asIfReleased } from '../language/released-languages.ts'
import { startServer, type StartedServer } from '../started-server.ts'

/** What a connection carries before it waits for a first answer: ten segments, and room for what encrypts them. */
const FIRST_FLIGHT = 14 * 1024

let server: StartedServer

beforeAll(async () => {
  server = await startServer({ releases: asIfReleased('ar') })
})

afterAll(() => server.end())

/** The introduction and the first screen with questions, in Dutch, and in Arabic where the instrument speaks it. */
async function firstPages(id: string, definition: Json): Promise<readonly FormPage[]> {
  const wave = await openWaveOf(server.context, definition, id.slice(0, 20))
  const dutch = await openForm(`${server.origin}/v/${wave.address}`)
  const arabic = 'language:ar' in dutch.buttons ? [await dutch.press('language:ar')] : []
  const introductions = [dutch, ...arabic]
  const begin = async (page: FormPage): Promise<FormPage> => {
    const ticks = Object.fromEntries(page.fields.map(({ name, values }) => [name, values]))
    return page.press('start', ticks)
  }
  return [...introductions, ...(await Promise.all(introductions.map(begin)))]
}

/** Bytes on the wire, as a browser asks for them: the first line, the headers and the packed body. */
function bytesOf({ headers }: FormPage): number {
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`)
  return 'HTTP/1.1 200 OK\r\n\r\n'.length + lines.join('').length + Number(headers.get('content-length'))
}

describe('the first page and the first question, as the server sends them', () => {
  it.each(INSTRUMENTS.map(({ id, definition }) => [id, definition] as const))(
    'arrive in one go with their style, and ask for nothing else: %s',
    async (id, definition) => {
      const pages = await firstPages(id, definition)
      for (const page of pages) {
        expect(page.status).toBe(200)
        expect(page.headers.get('content-encoding')).toBe('gzip')
        expect(bytesOf(page)).toBeLessThanOrEqual(FIRST_FLIGHT)
        expect(page.html).toContain('<style>')
        expect(page.html).not.toMatch(/<link rel="?stylesheet|@import|url\(|<img|<iframe|<object/)
        // The one script on top waits until the page is there.
        for (const [script] of page.html.matchAll(/<script[^>]*src=[^>]*>/g)) expect(script).toContain('type="module"')
      }
    },
  )
})
