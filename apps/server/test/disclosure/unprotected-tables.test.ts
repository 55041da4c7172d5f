import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AUDIENCES } from '@klankbord/model'
import { findPublication, listPublications, listStudies } from '@klankbord/storage'
import { PLANTED, TAMPERINGS } from '@klankbord/testing/tampered-publications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Route } from '../../src/http/route.ts'
import { ALL_ROUTES } from '../../src/routes/all-routes.ts'
import { loadSample } from '../../src/study/load-sample.ts'
import { publishWave } from '../../src/publication/publish-wave.ts'
import { waveAt } from '../../src/respondent/visit.ts'
import { ask } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer
let cookie: string
let study: string
let id: string
let frozen: string

beforeAll(async () => {
  server = await startServer()
  await loadSample(server.context)
  const { db } = server.context.database
  study = (await listStudies(db))[0]?.id ?? ''
  id = (await listPublications(db, study))[0]?.id ?? ''
  frozen = (await findPublication(db, id))?.content ?? ''
  cookie = await server.signIn()
})
afterAll(() => server.end())

const nameOf = ({ method, path }: Route): string => `${method} ${path}`
const RELEASED = ALL_ROUTES.filter(({ output }) => output === 'released')

/** What a route of released figures does with a publication that was tampered with: it refuses, or opens no publication at all. */
const OPENS: Readonly<Record<string, 'refuses' | 'opens none'>> = {
  'GET /r/:publication.json': 'refuses',
  'GET /r/:publication.csv': 'refuses',
  'GET /r/:publication.xlsx': 'refuses',
  'GET /r/:publication': 'refuses',
  'GET /r/:publication/figure/:figure': 'refuses',
  'GET /api/publications': 'opens none',
}

/** Every address of a route: as it is, and with each thing that may stand after the question mark. */
const addressesOf = ({ path, query = {} }: Route): readonly string[] => {
  const address = path.replace(':publication', id)
  return [
    address,
    ...Object.keys(query).map((name) => `${address}?${name}=en`),
    ...('for' in query ? AUDIENCES.map((audience) => `${address}?for=${audience}`) : []),
  ]
}

it('knows every route that gives out released figures', () => {
  expect(RELEASED.map(nameOf).toSorted()).toEqual(Object.keys(OPENS).toSorted())
})

describe.each(TAMPERINGS)('$what, put into the database', ({ change }) => {
  beforeAll(async () => {
    const content = JSON.stringify(change(JSON.parse(frozen) as Readonly<Record<string, unknown>>))
    expect(content).toContain(PLANTED)
    await server.context.database.db.updateTable('publications').set({ content }).where('id', '=', id).execute()
  })

  it.each(RELEASED.map((route) => [nameOf(route), route] as const))('does not come out of %s', async (name, route) => {
    for (const address of addressesOf(route)) {
      for (const headers of [{}, { cookie }, { cookie, accept: 'text/html' }]) {
        const answer = await ask(server, address, { method: route.method, headers })
        expect(answer.text).not.toContain(PLANTED)
        expect([address, answer.status === 500]).toEqual([address, OPENS[name] === 'refuses'])
      }
    }
  })

  it('is no ground for a next edition', async () => {
    const [{ address }] = await server.context.database.db
      .selectFrom('waves')
      .select('address')
      .where('study_id', '=', study)
      .execute()
      .then((rows) => rows.slice(0, 1) as [{ readonly address: string }])
    const { wave } = await waveAt(server.context, address)
    await expect(publishWave(server.context, wave)).rejects.toMatchObject({
      code: expect.stringMatching(/^publication/),
    })
  })
})

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url))
const files = readdirSync(SOURCES, { recursive: true })
  .map((file) => String(file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
const naming = (words: RegExp): readonly string[] =>
  files.filter((file) => words.test(readFileSync(join(SOURCES, file), 'utf8'))).toSorted()

/** Who takes stored publications out of the database, and what becomes of them. */
const READERS = {
  'publication/opened-publication.ts': 're-opens it for the routes above',
  'publication/publish-wave.ts': 're-opens it, and gives nothing of it out',
  'publication/figures-to-link.ts': 're-opens it, for staff who say which figure a number in their text is',
  'publication/kept-editions.ts': 're-opens it, to hold a new edition beside it',
  'publication/readable-before.ts': 're-opens it, for what changed since',
  'cli/publication/decide-readers.ts': 'looks which study it is of',
  'cli/publication/print-publications.ts': 're-opens it, and tells how much it hides',
  'publication/recompute-publication.ts': 're-opens it, and says of each figure whether it is the same',
  'routes/edition-routes.ts': 'looks at who may read it',
  'publication/change-readers.ts': 'looks at who may read it',
  'retention/delete-due.ts': 'keeps its title and its hash',
  'single-answers/editions-quoting.ts': 'looks whether it quotes somebody',
}

describe('a stored publication', () => {
  it('is taken out in places that are known here, commands included', () => {
    expect(naming(/\bfindPublication\b/)).toEqual(Object.keys(READERS).toSorted())
  })

  it('is nothing that a mail is written from', () => {
    const mailing = naming(/\b(MailText|queueMessages|queueStaffMail|invitationMail)\b/)
    expect(mailing.length).toBeGreaterThan(3)
    const open = new Set(
      naming(/\b(findPublication|openedPublication|reopen|ReleasedTable|ReleasedGroup|Publication)\b/),
    )
    expect(mailing.filter((file) => open.has(file))).toEqual([])
  })
})
