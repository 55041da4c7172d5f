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

  it.each([
    ['withdrawn', 410, 'publicationWithdrawn'],
    ['draft', 404, 'unknownPublication'],
  ] as const)('is not shown while it is %s', async (state, status, code) => {
    const { db } = server.context.database
    await setPublicationState(db, study, id, { state, on: '2026-07-01' })
    try {
      for (const path of [`/r/${id}`, `/r/${id}.csv`]) {
        const page = await ask(server, path, { headers: { accept: 'text/html' } })
        expect([page.status, page.headers.get('cache-control')]).toEqual([status, 'no-store'])
        expect(page.text.includes('<h1>')).toBe(status === 404 || !path.endsWith('.csv'))
      }
      expect(await ask(server, `/r/${id}.json`)).toMatchObject({ status, code })
    } finally {
      await setPublicationState(db, study, id, { state: 'public', on: '2026-07-01' })
    }
  })

  it('is not shown at all when a figure in it was changed in the database', async () => {
    const { db } = server.context.database
    await sql`update publications set content = replace(content, '599', '600') where id = ${id}`.execute(db)
    for (const path of [`/r/${id}`, `/r/${id}.csv`, `/r/${id}.json`]) {
      const answer = await ask(server, path)
      expect(answer.status).toBe(500)
      expect(answer.text).not.toContain('Voorbeeldstad')
    }
    expect(server.logged()).toContain('publicationAltered')
  })
})
