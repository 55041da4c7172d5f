import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy, type PagePolicy } from '../../src/http/security-headers.ts'
import { loadSample } from '../../src/study/load-sample.ts'
import { sampleLinks } from '../../src/study/sample-links.ts'
import { listStudies } from '@klankbord/storage'
import { startServer, type StartedServer } from '../started-server.ts'
import { ask, type Answer } from './ask.ts'

let server: StartedServer
let pages: Readonly<
  Record<'introduction' | 'screen' | 'notice' | 'withdraw' | 'results' | 'preview' | 'studio', Answer>
>
let cookie: string
let results: string

beforeAll(async () => {
  server = await startServer()
  await loadSample(server.context)
  const links = await sampleLinks(server.context)
  const wave = new URL(links?.questionnaire ?? '').pathname
  results = new URL(links?.results ?? '').pathname
  const [study] = await listStudies(server.context.database.db)
  cookie = await server.signIn()
  pages = {
    introduction: await ask(server, wave),
    screen: await ask(server, wave, { form: { go: 'start' } }),
    notice: await ask(server, '/v/nergens'),
    withdraw: await ask(server, `${wave}/withdraw`),
    results: await ask(server, results),
    preview: await ask(server, `/studio/preview/${study?.id}`, { headers: { cookie } }),
    studio: await ask(server, '/studio'),
  }
})

afterAll(() => server.end())

const policyOf = ({ headers }: Answer): string => headers.get('content-security-policy') ?? ''
const KINDS: readonly PagePolicy[] = ['data', 'picture', 'respondent', 'preview', 'report', 'studio']

describe('what a page may do', () => {
  it.each(KINDS)('is named source by source, without inline code or whole schemes: %s', (kind) => {
    // What is played was fetched from this server by its script, and lies in memory.
    const policy = contentSecurityPolicy(kind).replace('media-src blob:', '')
    expect(policy).toMatch(/^default-src 'none'; base-uri 'none'/)
    expect(policy).not.toMatch(/unsafe|upgrade-insecure|\*|https?:|blob:/)
    for (const directive of ['form-action', 'frame-ancestors']) expect(policy).toContain(`${directive} '`)
  })

  it('is right for each page: every style is named by its hash, and there is nothing else inline', () => {
    for (const page of Object.values(pages)) {
      const policy = policyOf(page)
      for (const [, style = ''] of page.text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)) {
        expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
      }
      expect(page.text).not.toMatch(/<[a-z][^>]*\s(?:style|on[a-z]+)=/i)
      const scripts = [...page.text.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes)
      expect(scripts.filter((each) => !/\bsrc="|type="application\/json"/.test(each))).toEqual([])
    }
  })

  it('lets nobody frame a page but the studio its preview', () => {
    const framed = Object.entries(pages).filter(([, page]) => !policyOf(page).includes("frame-ancestors 'none'"))
    expect(framed.map(([name]) => name)).toEqual(['preview'])
    expect(policyOf(pages.preview)).toContain("frame-ancestors 'self'")
    const old = Object.entries(pages).map(([name, { headers }]) => [name, headers.get('x-frame-options')])
    expect(old).toEqual(old.map(([name]) => [name, name === 'preview' ? 'SAMEORIGIN' : 'DENY']))
  })

  it('runs one script on the pages of respondents, which lies on this server, and none on what is looked at beforehand', () => {
    for (const name of ['introduction', 'screen', 'withdraw'] as const) {
      for (const kind of ['script', 'connect', 'worker']) {
        expect(policyOf(pages[name]).split('; ')).toContain(`${kind}-src 'self'`)
      }
      const scripts = [...pages[name].text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
      expect(scripts).toEqual(['<script type="module" src="/assets/respond.js" defer>'])
    }
    expect(pages.notice.text).not.toContain('<script')
    expect(pages.preview.text).not.toContain('<script')
    expect(policyOf(pages.preview)).not.toContain('script-src')
  })
})

describe('what stays behind', () => {
  it('is nothing of the pages of respondents and staff', () => {
    for (const name of ['introduction', 'screen', 'notice', 'withdraw', 'preview', 'studio'] as const) {
      expect(pages[name].headers.get('cache-control')).toMatch(/^no-store(?:, no-transform)?$/)
      expect(pages[name].headers.get('set-cookie')).toBeNull()
    }
  })

  it('is a publication, for some minutes, on its page and in its files', async () => {
    for (const path of [results, `${results}.json`, `${results}.csv`]) {
      const answer = await ask(server, path)
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=300'])
    }
    expect((await ask(server, '/r/nergens')).headers.get('cache-control')).toBe('no-store')
  })

  it('is no address of a page of ours elsewhere', () => {
    for (const name of ['introduction', 'screen', 'withdraw', 'results'] as const) {
      expect(pages[name].headers.get('referrer-policy')).toBe('no-referrer')
    }
  })
})

describe('every answer', () => {
  it('is taken for what it says it is, and forces nobody to https', async () => {
    const others = [
      await ask(server, '/healthz'),
      await ask(server, '/api/studies'),
      await ask(server, '/api/nergens'),
      await ask(server, '/v/nergens', { method: 'DELETE' }),
      await ask(server, '/studio/assets/index-1.js'),
      await ask(server, '/assets/report.js'),
      await ask(server, `${results}.csv`),
    ]
    for (const answer of [...Object.values(pages), ...others]) {
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('x-frame-options')).toBe(answer === pages.preview ? 'SAMEORIGIN' : 'DENY')
      expect(answer.headers.get('strict-transport-security')).toBeNull()
      expect(answer.headers.get('x-powered-by')).toBeNull()
      expect(policyOf(answer)).toContain("default-src 'none'")
      expect(answer.headers.get('content-type')).toMatch(/^(?:text|application)\//)
    }
  })

  it('keeps a session out of reach of scripts and of other sites', async () => {
    const ended = await ask(server, '/api/session', { method: 'DELETE', headers: { cookie } })
    const cookies = ended.headers.getSetCookie()
    expect(cookies[0]).toMatch(/^klankbord_session=; Max-Age=0;/)
    for (const one of cookies) expect(one).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
  })
})
