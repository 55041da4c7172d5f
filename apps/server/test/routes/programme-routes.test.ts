import type { Role } from '@klankbord/model'
import { addMembership, createUser } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, type Answer, type Question } from '../http/ask.ts'
import { signedInAs } from '../staff/signed-in-as.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer
let administrator: string
let organisation: string
let researcher: string
let programme: string
const studies: string[] = []

const asks = (cookie: string, path: string, question: Question = {}): Promise<Answer> =>
  ask(server, path, { ...question, headers: { cookie, ...question.headers } })
const of = (rest: string): string => `/api/organisations/${organisation}${rest}`

beforeAll(async () => {
  server = await startServer()
  administrator = await server.signIn()
  const name = 'Cliëntenplatform'
  organisation = String((await asks(administrator, '/api/organisations', { json: { name } })).json()['id'])
  for (const title of ['Dit jaar', 'Een ander onderzoek']) {
    const json = { title: { nl: title }, organisation: { name }, instrument: 'wmo-client-experience' }
    studies.push(String((await asks(administrator, '/api/studies', { json })).json()['id']))
  }
  const added = await asks(administrator, of('/programmes'), { json: { name: 'Elk jaar' } })
  expect(added.status).toBe(201)
  programme = String(added.json()['id'])
  researcher = await joined({ role: 'researcher', programmeId: programme })
})
afterAll(() => server.end())

async function joined(invitation: object): Promise<string> {
  const email = 'bep@voorbeeldstad.example'
  const invited = await asks(administrator, of('/invitations'), { json: { email, ...invitation } })
  const token = String(invited.json()['link']).split('#')[1] ?? ''
  const answer = await ask(server, '/api/invitations', {
    json: { token, name: 'Bep', password: 'een lang wachtwoord' },
  })
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')
}

const put = (study: string | undefined, programmeId: string | null, cookie = administrator): Promise<Answer> =>
  asks(cookie, `/api/studies/${study}/programme`, { method: 'PUT', json: { programmeId } })

async function seen(): Promise<readonly string[]> {
  const answer = (await asks(researcher, '/api/studies')).json() as { studies: { id: string }[] }
  return answer.studies.map(({ id }) => id)
}

it('shows whoever works on a programme its studies and no other, from when they are in it until they are out', async () => {
  const [first, other] = studies
  expect(await seen()).toEqual([])
  expect((await put(first, programme)).status).toBe(204)
  expect(await seen()).toEqual([first])
  expect((await asks(researcher, `/api/studies/${other}`)).status).toBe(404)
  expect((await asks(administrator, of('/programmes'))).json()).toMatchObject({
    programmes: [{ name: 'Elk jaar', studyIds: [first] }],
  })
  expect((await put(first, null)).status).toBe(204)
  expect(await seen()).toEqual([])
})

it('gives whoever works on a programme no say over the organisation: no staff, no programmes, no new study', async () => {
  expect((await asks(researcher, of('/members'))).code).toBe('notAllowed')
  expect((await asks(researcher, of('/programmes'), { json: { name: 'Nog een' } })).code).toBe('notAllowed')
  const json = { title: { nl: 'x' }, organisation: { name: 'Cliëntenplatform' }, instrument: 'wmo-client-experience' }
  expect((await asks(researcher, '/api/studies', { json })).code).toBe('notAllowed')
})

it('lets a researcher move a study, but not to where that makes somebody a record reader, nor away from who approves', async () => {
  const { db } = server.context.database
  const cookie = await signedInAs(server, 'researcher', organisation)
  const [other] = studies.slice(1)
  const made = async (name: string, role?: Role): Promise<string> => {
    const id = String((await asks(administrator, of('/programmes'), { json: { name } })).json()['id'])
    const user = await createUser(db, { name })
    if (role !== undefined)
      await addMembership(db, user.id, { organisationId: organisation, role, studyId: null, programmeId: id })
    return id
  }
  const free = await made('Vrij', 'viewer')
  const read = await made('Met lezers', 'recordReader')
  const approved = await made('Met een raad', 'approver')
  expect((await put(other, free, cookie)).status).toBe(204)
  expect((await put(other, read, cookie)).code).toBe('notAllowed')
  expect((await put(other, approved)).status).toBe(204)
  expect((await put(other, null, cookie)).code).toBe('notAllowed')
  expect((await put(other, null)).status).toBe(204)
})

it('refuses a programme of others, and a role for a study and a programme at once', async () => {
  const stranger = await asks(administrator, '/api/organisations', { json: { name: 'Andere raad' } })
  const theirs = await asks(administrator, `/api/organisations/${String(stranger.json()['id'])}/programmes`, {
    json: { name: 'Van hen' },
  })
  const theirId = String(theirs.json()['id'])
  expect((await put(studies[0], theirId)).code).toBe('unknownProgramme')
  const invite = (where: object): Promise<Answer> =>
    asks(administrator, of('/invitations'), { json: { email: 'a@b.example', role: 'viewer', ...where } })
  expect((await invite({ programmeId: theirId })).code).toBe('unknownProgramme')
  expect((await invite({ programmeId: programme, studyId: studies[0] })).status).toBe(422)
})
