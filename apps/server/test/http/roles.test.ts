import { randomUUID } from 'node:crypto'
import { ROLES } from '@klankbord/model'
import { organisationNamed, programmeNamed, shareStudy } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tell } from '../../chaos/tell.ts'
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
// Signing out and ending sessions would end what the next ones ask with.
const ASKED = STAFF.filter(([name]) => name !== 'DELETE /api/session')

let server: StartedServer
let params: Readonly<Record<string, string>>

/** Where somebody is something; only the first is about the study that the path names. */
const PLACES = [
  'the organisation of the study',
  'an organisation that it is shared with',
  'another organisation',
  'one other study of the organisation',
  'a programme that the study is not in',
] as const
type Place = (typeof PLACES)[number]
const [OWN, SHARING, FOREIGN, OTHER_STUDY, OTHER_PROGRAMME] = PLACES

/** Cookies of somebody with each role in each place. */
const people = new Map<string, string>()
const cookieOf = (role: StaffRole, place: Place): string => people.get(`${role} ${place}`) ?? ''
/** Each question that was asked, of which role where; nothing twice. */
const asked = new Set<string>()

beforeAll(async () => {
  server = await startServer()
  const wave = await openWmoWave(server.context, 'proefronde')
  await everybodySignsIn(wave.studyId)
  const owner = await ownerOf(wave.studyId)
  params = {
    study: wave.studyId,
    wave: randomUUID(),
    organisation: owner,
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

async function ownerOf(studyId: string): Promise<string> {
  const { db } = server.context.database
  const query = db.selectFrom('studies').select('organisation_id').where('study_id', '=', studyId)
  return (await query.executeTakeFirstOrThrow()).organisation_id
}

async function everybodySignsIn(studyId: string): Promise<void> {
  const { db } = server.context.database
  const owner = await ownerOf(studyId)
  const others = await organisationNamed(db, 'Een andere raad')
  const sharing = await organisationNamed(db, 'Een raad die meedoet')
  await shareStudy(db, studyId, sharing.id, null)
  const programme = await programmeNamed(db, owner, 'Een ander programma')
  const { studyId: otherStudy } = await openWmoWave(server.context, 'elders')
  expect(await ownerOf(otherStudy)).toBe(owner)
  for (const role of ROLES) {
    people.set(`${role} ${OWN}`, await signedInAs(server, role, owner))
    people.set(`${role} ${SHARING}`, await signedInAs(server, role, sharing.id))
    people.set(`${role} ${FOREIGN}`, await signedInAs(server, role, others.id))
    people.set(`${role} ${OTHER_STUDY}`, await signedInAs(server, role, owner, { studyId: otherStudy }))
    people.set(`${role} ${OTHER_PROGRAMME}`, await signedInAs(server, role, owner, { programmeId: programme.id }))
  }
  people.set(`administrator ${OWN}`, await signedInAs(server, 'administrator', ''))
}

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

async function asks([name, route]: (typeof STAFF)[number], role: StaffRole, place: Place): Promise<Answer> {
  asked.add(`${name} ${role} ${place}`)
  return visit(route, cookieOf(role, place))
}

/** A page tells it in words, data with its code. */
const refusedForRole = ({ status, code }: Answer): boolean => status === 403 && (code ?? 'notAllowed') === 'notAllowed'
const isOfStudy = ({ path }: Route): boolean => /:study\b/.test(path)
const isTheirs = ({ path }: Route): boolean => /:(?:study|organisation)\b/.test(path)
const hidden = ({ status, code }: Answer): boolean =>
  status === 404 && ['unknownStudy', 'unknownOrganisation', null].includes(code)
/** An answer that a study is not there repeats which was asked for. */
const namesIt = (answer: Answer): boolean => !hidden(answer) && answer.text.includes(params['study'] ?? '')

describe('whoever is not signed in', () => {
  it.each(STAFF)('is refused: %s', async (name, route) => {
    asked.add(name)
    expect((await visit(route, '')).status).toBe(401)
  })
})

describe('each role', () => {
  it.each(ASKED)(
    'may do in its own organisation what the route declares, and nothing else: %s',
    async (name, route) => {
      for (const role of STAFF_ROLES) {
        const refused = refusedForRole(await asks([name, route], role, OWN))
        expect([role, refused]).toEqual([role, route.may !== undefined && !route.may.includes(role)])
      }
    },
  )

  it.each(ASKED)('sees nothing of another organisation: %s', async (name, route) => {
    for (const role of ROLES) {
      const answer = await asks([name, route], role, FOREIGN)
      const there = [role, hidden(answer), namesIt(answer)]
      expect(there).toEqual([role, isTheirs(route) && route.may !== undefined, false])
    }
  })

  it.each(ASKED)(
    'of an organisation that shares the study may do what the route declares for those too: %s',
    async (name, route) => {
      for (const role of ROLES) {
        const answer = await asks([name, route], role, SHARING)
        const may = route.may?.includes(role) ?? true
        const open = isOfStudy(route) ? may && (route.alsoSharing === true || route.may === undefined) : may
        const ofOwner = isTheirs(route) && !isOfStudy(route)
        expect([role, hidden(answer), refusedForRole(answer)]).toEqual([role, ofOwner, !ofOwner && !open])
      }
    },
  )

  it.each(ASKED)('in one other study, or another programme, sees nothing of this one: %s', async (name, route) => {
    for (const place of [OTHER_STUDY, OTHER_PROGRAMME] as const)
      for (const role of ROLES) {
        const answer = await asks([name, route], role, place)
        const may = !isTheirs(route) && (route.may?.includes(role) ?? true)
        const there = [place, role, hidden(answer), refusedForRole(answer), namesIt(answer)]
        expect(there).toEqual([place, role, isOfStudy(route), !isOfStudy(route) && !may, false])
      }
  })

  it('was asked everything', () => {
    const columns = STAFF_ROLES.length + (PLACES.length - 1) * ROLES.length
    expect(asked.size).toBe(STAFF.length + ASKED.length * columns)
    expect(asked.size).toBeGreaterThan(4000)
    tell('roles', { routes: STAFF.length, roles: STAFF_ROLES.length, places: PLACES.length, asked: asked.size })
  })
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
