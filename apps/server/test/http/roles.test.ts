import { randomUUID } from 'node:crypto'
import { ROLES, type Role } from '@klankbord/model'
import { createStudy, organisationNamed, shareStudy } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Route } from '../../src/http/route.ts'
import { ALL_ROUTES } from '../../src/routes/all-routes.ts'
import type { StaffRole } from '../../src/staff/rights.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { signedInAs } from '../staff/signed-in-as.ts'
import { openWmoWave } from '../wmo-wave.ts'
import { ask, type Answer } from './ask.ts'

const STAFF_ROLES: readonly StaffRole[] = [...ROLES, 'administrator']
const STAFF = ALL_ROUTES.filter(({ role }) => role === 'staff').map(
  (route) => [`${route.method} ${route.path}`, route] as const,
)

let server: StartedServer
let params: Readonly<Record<string, string>>
/** Cookies of somebody with each role, of the organisation whose study it is and of another one. */
const own = new Map<StaffRole, string>()
const foreign = new Map<Role, string>()
/** Cookies of somebody with each role, of an organisation that the study is shared with, and of only another study. */
const sharing = new Map<Role, string>()
const elsewhere = new Map<Role, string>()

const ANOTHER = {
  title: { nl: 'Een ander onderzoek' },
  sample: false,
  tryOut: false,
  definitionText: '{}',
  plan: { questions: [], breakdowns: [] },
}

beforeAll(async () => {
  server = await startServer()
  const wave = await openWmoWave(server.context, 'proefronde')
  const { db } = server.context.database
  const owner = await db.selectFrom('studies').select('organisation_id').executeTakeFirstOrThrow()
  const others = await organisationNamed(db, 'Een andere raad')
  const council = await organisationNamed(db, 'Een raad die meedoet')
  await shareStudy(db, wave.studyId, council.id, null)
  const another = await createStudy(db, { ...ANOTHER, organisation: { name: 'Cliëntenraad Testdorp' } })
  for (const role of ROLES) {
    own.set(role, await signedInAs(server, role, owner.organisation_id))
    foreign.set(role, await signedInAs(server, role, others.id))
    sharing.set(role, await signedInAs(server, role, council.id))
    elsewhere.set(role, await signedInAs(server, role, owner.organisation_id, another.id))
  }
  own.set('administrator', await signedInAs(server, 'administrator', ''))
  params = {
    study: wave.studyId,
    wave: randomUUID(),
    organisation: owner.organisation_id,
    session: 'x',
    entry: randomUUID(),
    version: '1',
    publication: 'x',
    membership: randomUUID(),
    invitation: randomUUID(),
    request: randomUUID(),
    quote: randomUUID(),
    message: randomUUID(),
    comment: randomUUID(),
  }
})
afterAll(() => server.end())

function visit(route: Route, cookie: string): Promise<Answer> {
  const path = route.path.replaceAll(/[:*](\w+)/g, (_, name: string) => params[name] ?? 'x')
  const { kind } = route.body ?? {}
  return ask(server, path, {
    method: route.method,
    headers: { cookie },
    ...(kind === 'json' ? { json: {} } : {}),
    ...(kind === 'form' ? { form: { go: 'start' } } : {}),
  })
}

/** A page tells it in words, data with its code. */
const refusedForRole = ({ status, code }: Answer): boolean => status === 403 && (code ?? 'notAllowed') === 'notAllowed'
const isTheirs = ({ path }: Route): boolean => /:(?:study|organisation)\b/.test(path)

describe('whoever is not signed in', () => {
  it.each(STAFF)('is refused: %s', async (_name, route) => {
    expect((await visit(route, '')).status).toBe(401)
  })
})

describe('each role', () => {
  // Signing out and ending sessions would end what the next ones ask with.
  const ASKED = STAFF.filter(([name]) => name !== 'DELETE /api/session')

  it.each(ASKED)(
    'may do in its own organisation what the route declares, and nothing else: %s',
    async (_name, route) => {
      for (const role of STAFF_ROLES) {
        const refused = refusedForRole(await visit(route, own.get(role) ?? ''))
        expect([role, refused]).toEqual([role, route.may !== undefined && !route.may.includes(role)])
      }
    },
  )

  it.each(ASKED.filter(([, route]) => isTheirs(route)))(
    'sees nothing of another organisation: %s',
    async (_name, route) => {
      for (const role of ROLES) {
        const { status, code } = await visit(route, foreign.get(role) ?? '')
        expect([role, status]).toEqual([role, route.may === undefined ? status : 404])
        expect(['unknownStudy', 'unknownOrganisation', null]).toContain(code)
      }
    },
  )
})

describe('each role in only a part of it', () => {
  const OF_STUDY = STAFF.filter(([, route]) => route.path.includes(':study') && route.may !== undefined)

  it.each(OF_STUDY)(
    'may do for a council that shares the study what the route says of it: %s',
    async (_name, route) => {
      for (const role of ROLES) {
        const refused = refusedForRole(await visit(route, sharing.get(role) ?? ''))
        expect([role, refused]).toEqual([role, route.alsoSharing !== true || !route.may?.includes(role)])
      }
    },
  )

  it.each(OF_STUDY)('knows of no other study than its own: %s', async (_name, route) => {
    for (const role of ROLES) {
      const { status, code } = await visit(route, elsewhere.get(role) ?? '')
      expect([role, status]).toEqual([role, 404])
      expect(['unknownStudy', null]).toContain(code)
    }
  })

  it.each(STAFF.filter(([, { path, may }]) => path.includes(':organisation') && !path.includes(':study') && may))(
    'has no say over the organisation: %s',
    async (_name, route) => {
      for (const role of ROLES)
        expect([role, refusedForRole(await visit(route, elsewhere.get(role) ?? ''))]).toEqual([role, true])
    },
  )
})

it('leaves no route about a study or an organisation to everybody who signed in', () => {
  const unguarded = STAFF.filter(([, route]) => isTheirs(route) && route.may === undefined).map(([name]) => name)
  expect(unguarded).toEqual([])
})

it('shows what is for staff of a study to nobody else: not in public, not to everybody who signed in, not to who reads publications', () => {
  const shown = ALL_ROUTES.filter(
    ({ output, role, may = ['viewer'] }) => output === 'staff' && (role !== 'staff' || may.includes('viewer')),
  )
  expect(shown.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})

it('shows answers of people only where it says that they are for staff', () => {
  const wrong = ALL_ROUTES.filter(({ showsAnswers, output }) => showsAnswers === true && output !== 'staff')
  expect(wrong.map(({ path }) => path)).toEqual([])
})
