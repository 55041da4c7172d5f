import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { wmoClientExperience } from '@klankbord/instruments'
import { addMembership, createUser, readAuditLog } from '@klankbord/storage'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { mountRoutes } from '../../src/http/mount-routes.ts'
import { requestLimit } from '../../src/http/rate-limit.ts'
import { nothing } from '../../src/http/reply.ts'
import { isAudited, jsonRoute, type Route } from '../../src/http/route.ts'
import { ALL_ROUTES } from '../../src/routes/all-routes.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'
import { ask, type Answer } from './ask.ts'
import { sampleBody, type JsonSchema } from './sample-body.ts'

const OF_THE_WAVE = 'once a day, and of an anonymous wave never: a moment would say who answered when'

/** What changes something and stands in no log, with why. */
const NOT_WRITTEN: Readonly<Record<string, string>> = {
  'DELETE /api/session': 'signing out takes nothing from anybody',
  'PUT /api/entry/:study/:wave/interviews/:id': OF_THE_WAVE,
  'POST /api/entry/:study/:wave/forms/look': OF_THE_WAVE,
  'PUT /api/entry/:study/:wave/forms': OF_THE_WAVE,
  'DELETE /api/entry/:study/:wave/forms/:entry': OF_THE_WAVE,
  'PUT /api/studies/:study/definition': 'kept while somebody types; freezing a version is written down',
}

const nameOf = ({ method, path }: Route): string => `${method} ${path}`
/** What ends something comes last. */
const WRITTEN = ALL_ROUTES.filter(isAudited)
  .toSorted((one, other) => Number(one.method === 'DELETE') - Number(other.method === 'DELETE'))
  .map((route) => [nameOf(route), route] as const)

/** Which of them this test came to carry out. */
const carriedOut: string[] = []

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
  it.each(WRITTEN)('is written down where it is done: %s', async (name, route) => {
    const before = (await lines()).length
    const { status } = await visit(route)
    expect(status).not.toBe(500)
    const after = await lines()
    if (status >= 400) return
    carriedOut.push(name)
    expect(after.length).toBeGreaterThan(before)
    expect(after[0]?.user).not.toBeNull()
    expect(after[0]?.action).not.toBe('route.used')
    expect(after[0]?.action).toBe(route.audited ?? after[0]?.action)
  })

  it('is done here in so many ways that a rule was seen to hold', () => {
    expect(carriedOut.length).toBeGreaterThan(15)
  })

  it('has no exceptions but those that are listed here', () => {
    const silent = ALL_ROUTES.filter(({ audited }) => audited === null).map(nameOf)
    expect(silent.toSorted()).toEqual(Object.keys(NOT_WRITTEN).toSorted())
    const staffs = ALL_ROUTES.filter(({ role, method }) => role === 'staff' && method !== 'GET')
    const unwritten = staffs.filter((route) => !isAudited(route) && route.changesNothing !== true).map(nameOf)
    expect(unwritten.toSorted()).toEqual(silent.toSorted())
  })
})

it('names the route where a handler forgot to say what was done', async () => {
  const forgetful = jsonRoute(z.strictObject({}), {
    method: 'POST',
    path: '/forgetful/:wave',
    role: 'staff',
    output: 'staff',
    summary: 'Changes something.',
    responses: { 204: 'Done.' },
    handler: async () => nothing(204),
  })
  const app = express()
  app.use(mountRoutes([forgetful], server.context, requestLimit(3000, server.context.visitors)))
  const listener = app.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const origin = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`
  const { status } = await ask({ origin }, '/forgetful/voorjaar', { headers: { cookie }, json: {} })
  listener.closeAllConnections()
  listener.close()
  expect(status).toBe(204)
  const [last] = await lines()
  expect(last).toMatchObject({ action: 'route.used', details: { route: 'POST /forgetful/:wave', wave: 'voorjaar' } })
})
