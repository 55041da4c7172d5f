import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'
import { ask } from './ask.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
  await openWmoWave(server.context, 'probeer')
})

afterAll(() => server.end())

describe('an address that somebody types from a letter', () => {
  it.each(['/v/probeer', '/v/probeer/', '/v/Probeer', '/v/PROBEER/', '/v/probeer%20', '/v/Probeer/withdraw/'])(
    'leads to the questionnaire: %s',
    async (path) => {
      const page = await ask(server, path)
      expect(page.status).toBe(200)
      expect(page.text).toContain('action="/v/probeer')
    },
  )

  it('takes the form of that page too', async () => {
    expect((await ask(server, '/v/Probeer/', { form: { go: 'start' } })).text).toContain('name="t1"')
    expect((await ask(server, '/api/waves/PROBEER/questionnaire')).status).toBe(200)
  })

  it.each([
    ['/v/probeer2', 'We vinden deze vragenlijst niet'],
    ['/v/probeer/iets', 'Deze pagina bestaat niet'],
    ['/v/%E0%A4%A', 'Deze pagina bestaat niet'],
    ['/v/', 'Deze pagina bestaat niet'],
    ['/r/nergens', 'Deze pagina bestaat niet'],
  ])('gets a page with plain words when nothing is there: %s', async (path, words) => {
    const page = await ask(server, path, { headers: { accept: 'text/html,*/*;q=0.8' } })
    expect(page.status).toBe(404)
    expect(page.text).toContain(words)
  })

  it.each(['/v/nergens', '/nergens', '/nergens/verder'])(
    'reads to check the address and whom to ask, and chooses another language at the same address: %s',
    async (path) => {
      const page = await ask(server, path, { headers: { accept: 'text/html' } })
      expect(page.text).toContain('Kijk of het adres klopt. Het staat in de brief of het bericht dat u kreeg.')
      expect(page.text).toContain('bij wie u hulp kunt vragen')
      expect(page.text).toMatch(/<form method="get" ?>\s*<ul class="languages"/)
      const other = await ask(server, `${path}?lang=en`, { headers: { accept: 'text/html' } })
      expect(other.text).toContain('Check the address. It is in the letter or message that you got.')
    },
  )

  it('gets that page in the language of the browser, or of the link', async () => {
    const english = { headers: { accept: 'text/html', 'accept-language': 'en-GB,en;q=0.9' } }
    expect((await ask(server, '/v/nergens', english)).text).toContain('We cannot find this questionnaire')
    expect((await ask(server, '/v/nergens?lang=nl', english)).text).toContain('We vinden deze vragenlijst niet')
  })

  it.each(['constructor', '__proto__', '"><b>', '%00', 'nl&lang=en', 'x-'.repeat(500)])(
    'gets that page also with a language that is none: %s',
    async (language) => {
      const page = await ask(server, `/v/nergens?lang=${language}`, { headers: { accept: 'text/html' } })
      expect(page.status).toBe(404)
      expect(page.text).not.toContain('"><b>')
    },
  )
})

describe('a program that asks for what is not there', () => {
  it.each(['/api/nergens', '/api/waves/nergens/questionnaire', '/r/nergens.json', '/api/%E0%A4%A'])(
    'gets a problem, whatever it says to accept: %s',
    async (path) => {
      for (const accept of ['*/*', 'text/html', 'application/json']) {
        const answer = await ask(server, path, { headers: { accept } })
        expect(answer.status).toBe(404)
        expect(answer.code).toMatch(/^unknown/)
      }
    },
  )

  it('hears which methods an address takes', async () => {
    for (const method of ['DELETE', 'PATCH', 'OPTIONS']) {
      const answer = await ask(server, '/api/studies', { method })
      expect(answer).toMatchObject({ status: 405, code: 'methodNotAllowed' })
      expect(answer.headers.get('allow')).toBe('GET, POST')
    }
  })

  it.each(['/v/probeer', '/healthz', '/api/waves/probeer/questionnaire', '/studio', '/studio/assets/index-1.js'])(
    'gets the head of an answer without its body: %s',
    async (path) => {
      const [whole, head] = [await ask(server, path), await ask(server, path, { method: 'HEAD' })]
      expect([head.status, head.text]).toEqual([200, ''])
      for (const name of ['content-type', 'content-security-policy', 'cache-control', 'etag']) {
        expect(head.headers.get(name)).toBe(whole.headers.get(name))
      }
    },
  )

  it('does not change anything by asking for a head', async () => {
    const cookie = await server.signIn()
    expect((await ask(server, '/api/session', { method: 'HEAD', headers: { cookie } })).status).toBe(200)
    expect((await ask(server, '/api/session', { headers: { cookie } })).status).toBe(200)
  })
})

describe('the files that browsers load', () => {
  it.each([
    '/studio/assets/../../package.json',
    '/studio/assets/..%2f..%2fpackage.json',
    '/studio/assets/%2e%2e/index.html',
    '/studio/assets/..%5cindex.html',
    '/studio/assets/',
    '/studio/assets/none.js',
    '/studio/assets/index-1.js%00.png',
    '/studio/assets/.hidden',
    '/studio/assets/%2fetc/passwd',
  ])('are only what lies in their folder: %s', async (path) => {
    const answer = await ask(server, path)
    expect(answer.text).not.toMatch(/root:|"dependencies"/)
    // What is no address of a file is an address within the studio, which is a page.
    const studio = await ask(server, '/studio')
    expect(answer.status === 404 || answer.text === studio.text).toBe(true)
  })

  it.each([
    { 'if-match': '"x"' },
    { 'if-unmodified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
    { range: 'bytes=99999-' },
  ])('stand up to conditions that nothing meets: %j', async (headers) => {
    expect((await ask(server, '/studio/assets/index-1.js', { headers })).status).toBeLessThan(500)
    expect(server.logged()).not.toContain('"fault"')
  })

  it('keep for a year when their name changes with them, and a page never', async () => {
    const file = await ask(server, '/studio/assets/index-1.js')
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(file.headers.get('content-type')).toContain('javascript')
    for (const path of ['/studio', '/studio/studies/1']) {
      expect((await ask(server, path)).headers.get('cache-control')).toBe('no-store')
    }
    const start = await ask(server, '/')
    expect([start.status, start.headers.get('location')]).toEqual([302, '/studio'])
  })
})
