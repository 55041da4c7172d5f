import { randomUUID } from 'node:crypto'
import { wmoClientExperience } from '@klankbord/instruments'
import { addMembership, createUser, readAuditLog } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Route } from '../../src/http/route.ts'
import { ALL_ROUTES } from '../../src/routes/all-routes.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'
import { ask, type Answer } from './ask.ts'
import { sampleBody, type JsonSchema } from './sample-body.ts'

/** What changes something and stands in no log, with why. */
const NOT_WRITTEN: Readonly<Record<string, string>> = {
  'DELETE /api/session': 'signing out takes nothing from anybody',
  'PUT /api/studies/:study/definition': 'kept while somebody types; freezing a version is written down',
}

/** What this test does not come to carry out, and where a line is expected of it. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'PUT /api/account/password': 'account-routes.test.ts',
  'POST /api/account/second-factor': 'account-routes.test.ts',
  'POST /api/account/recovery-codes': 'account-routes.test.ts',
  'POST /api/studies/:study/waves/:wave/publications': 'audit.test.ts, by command',
}

const nameOf = ({ method, path }: Route): string => `${method} ${path}`
const WRITTEN = ALL_ROUTES.filter(
  ({ role, method, changesNothing, showsAnswers }) =>
    role === 'staff' && (showsAnswers === true || (method !== 'GET' && changesNothing !== true)),
).filter((route) => !(nameOf(route) in NOT_WRITTEN))
/** What ends something comes last. */
const CARRIED_OUT = WRITTEN.filter((route) => !(nameOf(route) in ELSEWHERE))
  .toSorted((one, other) => Number(one.method === 'DELETE') - Number(other.method === 'DELETE'))
  .map((route) => [nameOf(route), route] as const)

let server: StartedServer
let params: Readonly<Record<string, string>>
let fields: Readonly<Record<string, unknown>>
let cookie: string

beforeAll(async () => {
  server = await startServer()
  const { db } = server.context.database
  const wave = await openWmoWave(server.context, 'proefronde')
  const { organisation_id: organisation } = await db
    .selectFrom('studies')
    .select('organisation_id')
    .executeTakeFirstOrThrow()
  const colleague = await createUser(db, { name: 'Bep' })
  await addMembership(db, colleague.id, { organisationId: organisation, role: 'viewer', studyId: null })
  const { id: membership } = await db.selectFrom('memberships').select('id').executeTakeFirstOrThrow()
  cookie = await server.signIn()
  const invited = await ask(server, `/api/organisations/${organisation}/invitations`, {
    headers: { cookie },
    json: { email: 'bep@voorbeeldstad.example', role: 'viewer' },
  })
  params = {
    study: wave.studyId,
    wave: wave.id,
    organisation,
    membership,
    invitation: String(invited.json()['id']),
    session: randomUUID(),
  }
  fields = {
    title: { nl: 'Een titel' },
    organisation: { name: 'De raad' },
    instrument: wmoClientExperience.id,
    userId: colleague.id,
    studyId: null,
    words: {},
    revision: 1,
    email: `${randomUUID()}@voorbeeldstad.example`,
  }
})
afterAll(() => server.end())

function visit(route: Route): Promise<Answer> {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? 'x')
  const schema = route.body?.kind === 'json' ? (z.toJSONSchema(route.body.schema, { io: 'input' }) as JsonSchema) : null
  return ask(server, path, {
    method: route.method,
    headers: { cookie },
    ...(schema === null ? {} : { json: sampleBody(schema, fields) }),
  })
}

const lines = (): ReturnType<typeof readAuditLog> => readAuditLog(server.context.database.db, { limit: 1000 })

describe('whatever staff change, and whatever they see of what people answered,', () => {
  it.each(CARRIED_OUT)('is written down: %s', async (_name, route) => {
    const before = (await lines()).length
    const { status, text } = await visit(route)
    expect([status < 400, text]).toEqual([true, text])
    const [last, ...others] = await lines()
    expect(others.length + 1).toBeGreaterThan(before)
    if (route.audited !== undefined) expect(last?.action).toBe(route.audited)
    expect(last?.user).not.toBeNull()
    expect(last?.action).toMatch(/^[a-z][A-Za-z]+\.[a-z][A-Za-z]+$/)
  })

  it('has no exceptions but those that are listed here, and lists none that is not there', () => {
    const known = new Set(ALL_ROUTES.map(nameOf))
    expect([...Object.keys(NOT_WRITTEN), ...Object.keys(ELSEWHERE)].filter((name) => !known.has(name))).toEqual([])
    expect(CARRIED_OUT.length).toBeGreaterThan(12)
  })
})
