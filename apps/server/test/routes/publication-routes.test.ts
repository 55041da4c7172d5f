import { listPublications, listStudies, setPublicationState } from '@klankbord/storage'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../http/ask.ts'
import { loadSample } from '../../src/study/load-sample.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer
let study: string
let id: string

beforeAll(async () => {
  server = await startServer()
  await loadSample(server.context)
  study = (await listStudies(server.context.database.db))[0]?.id ?? ''
  id = (await listPublications(server.context.database.db, study))[0]?.id ?? ''
})

afterAll(() => server.end())

describe('the page of a council', () => {
  it('speaks the languages that it offers, and the first one for any other', async () => {
    const dutch = await ask(server, `/r/${id}`)
    expect(dutch.text).toContain('<html lang="nl"')
    expect((await ask(server, `/r/${id}?lang=en`)).text).toContain('<html lang="en"')
    for (const language of ['fy', 'constructor', '"><b>', '']) {
      expect((await ask(server, `/r/${id}?lang=${language}`)).text).toBe(dutch.text)
    }
  })

  it('gives its figures in files with a name', async () => {
    const csv = await ask(server, `/r/${id}.csv?lang=en`)
    expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="${id}.csv"`)
    const frozen = await ask(server, `/r/${id}.json`)
    expect(frozen.headers.get('content-type')).toContain('application/json')
    expect(frozen.json()).toMatchObject({ id, edition: 1 })
  })

  it('gives each figure an address of its own, that others may show in a frame on their page', async () => {
    const whole = await ask(server, `/r/${id}`)
    const lines = [...whole.text.matchAll(/&lt;iframe src=&quot;(\S+?)&quot;/g)].map(([, address]) => address ?? '')
    expect(lines.length).toBeGreaterThan(5)
    expect(new Set(lines).size).toBe(lines.length)
    for (const line of lines) {
      const { pathname, search } = new URL(line.replaceAll('&amp;amp;', '&'))
      const alone = await ask(server, `${pathname}${search}`)
      expect([pathname, alone.status]).toEqual([pathname, 200])
      expect(alone.text.match(/<figure/g)).toHaveLength(1)
      expect(alone.text).not.toContain('<script')
      expect(alone.headers.get('content-security-policy')).toContain('frame-ancestors *')
      expect(alone.headers.get('x-frame-options')).toBeNull()
    }
    expect(whole.headers.get('x-frame-options')).toBe('DENY')
    expect((await ask(server, `/r/${id}/figure/nothing`)).status).toBe(404)
  })

  it('lets nobody frame a figure of what is for members', async () => {
    const { db } = server.context.database
    await setPublicationState(db, study, id, { state: 'members', on: '2026-07-01' })
    try {
      const cookie = await server.signIn()
      const alone = await ask(server, `/r/${id}/figure/account`, { headers: { cookie } })
      expect([alone.status, alone.headers.get('x-frame-options')]).toEqual([200, 'DENY'])
      expect(alone.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    } finally {
      await setPublicationState(db, study, id, { state: 'public', on: '2026-07-01' })
    }
  })

  it.each([
    ['withdrawn', 410, 'publicationWithdrawn'],
    ['draft', 404, 'unknownPublication'],
  ] as const)('is not shown while it is %s', async (state, status, code) => {
    const { db } = server.context.database
    await setPublicationState(db, study, id, { state, on: '2026-07-01' })
    try {
      for (const path of [`/r/${id}`, `/r/${id}/figure/account`, `/r/${id}.csv`, `/r/${id}.xlsx`]) {
        const page = await ask(server, path, { headers: { accept: 'text/html' } })
        expect([page.status, page.headers.get('cache-control')]).toEqual([status, 'no-store'])
        expect(page.text.includes('<h1>')).toBe(status === 404 || !/\.(?:csv|xlsx)$/.test(path))
        // Only a frame that showed a figure may say that it was withdrawn.
        const framed = status === 410 && path.includes('/figure/')
        expect(page.headers.get('x-frame-options')).toBe(framed ? null : 'DENY')
      }
      expect(await ask(server, `/r/${id}.json`)).toMatchObject({ status, code })
    } finally {
      await setPublicationState(db, study, id, { state: 'public', on: '2026-07-01' })
    }
  })

  it('is not shown at all when a figure in it was changed in the database', async () => {
    const { db } = server.context.database
    await sql`update publications set content = replace(content, '599', '600') where id = ${id}`.execute(db)
    for (const path of [`/r/${id}`, `/r/${id}/figure/account`, `/r/${id}.csv`, `/r/${id}.xlsx`, `/r/${id}.json`]) {
      const answer = await ask(server, path)
      expect(answer.status).toBe(500)
      expect(answer.text).not.toContain('Voorbeeldstad')
    }
    expect(server.logged()).toContain('publicationAltered')
  })
})
