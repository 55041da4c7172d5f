import { randomUUID } from 'node:crypto'
import type { Role } from '@klankbord/model'
import { organisationNamed, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, type Answer, type Question } from '../http/ask.ts'
import { signedInAs } from '../staff/signed-in-as.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'

const COUNCILS = ['Raad Oost', 'Raad West'] as const

interface Listed {
  readonly path: string
  readonly partOf: string | null
  readonly edition: number
}

let server: StartedServer
let wave: Wave
const councils = new Map<string, string>()
const cookies = new Map<string, string>()
/** The path of each publication by whose respondents it is about. */
const paths = new Map<string | null, string>()

beforeAll(async () => {
  server = await startServer()
  wave = await openWmoWave(server.context, 'samen')
  const { db } = server.context.database
  const owner = await organisationNamed(db, 'Cliëntenraad Testdorp')
  const outside = await organisationNamed(db, 'Een andere raad')
  for (const name of COUNCILS) councils.set(name, (await organisationNamed(db, name)).id)
  const [east = '', west = ''] = [...councils.values()]
  for (const [who, role, organisation] of [
    ['researcher', 'researcher', owner.id],
    ['viewer of the owner', 'viewer', owner.id],
    ['viewer of Raad Oost', 'viewer', east],
    ['researcher of Raad Oost', 'researcher', east],
    ['viewer of Raad West', 'viewer', west],
    ['interviewer of Raad West', 'interviewer', west],
    ['outsider', 'viewer', outside.id],
  ] as readonly (readonly [string, Role, string])[])
    cookies.set(who, await signedInAs(server, role, organisation))
})
afterAll(() => server.end())

const asks = (who: string, path: string, question: Question = {}): Promise<Answer> =>
  ask(server, path, { ...question, headers: { cookie: cookies.get(who) ?? '' } })

const shares = (who: string, council: string, json: unknown): Promise<Answer> =>
  asks(who, `/api/studies/${wave.studyId}/organisations/${councils.get(council)}`, { method: 'PUT', json })

const publishes = (who: string): Promise<Answer> =>
  asks(who, `/api/studies/${wave.studyId}/waves/${wave.id}/publications`, { json: { readers: 'members' } })

/** What somebody finds in their list, by whose respondents it is about. */
async function listed(who: string): Promise<readonly Listed[]> {
  return (await asks(who, '/api/publications')).json()['publications'] as readonly Listed[]
}

/** Whose respondents somebody reads about: each publication is asked for as page, as data and as table. */
async function reads(who: string): Promise<readonly (string | null)[]> {
  const open: (string | null)[] = []
  for (const [partOf, path] of paths) {
    const statuses = await Promise.all(
      ['', '.json', '.csv', '.xlsx', '/figure/account'].map(async (rest) => (await asks(who, path + rest)).status),
    )
    expect([[200], [404]]).toContainEqual([...new Set(statuses)])
    if (statuses[0] === 200) open.push(partOf)
  }
  return open
}

/** So many people of each district answer. */
async function answered(each: number): Promise<void> {
  for (const district of [1, 2, 3])
    for (let count = 0; count < each; count += 1) {
      const json = { answers: { t1: 1 + (count % 2), district }, language: 'nl' }
      const path = `/api/waves/${wave.address}/responses/${randomUUID()}`
      expect((await ask(server, path, { method: 'PUT', json })).status).toBe(201)
    }
}

describe('a study that two councils join', () => {
  it('is shared by its own researcher alone, each council with the answer that its respondents give', async () => {
    const part = { variable: 'district', value: 1 }
    for (const who of ['viewer of the owner', 'outsider'])
      expect([403, 404]).toContain((await shares(who, 'Raad Oost', { part })).status)
    expect((await shares('researcher of Raad Oost', 'Raad Oost', { part })).status).toBe(404)
    expect((await shares('researcher', 'Raad Oost', { part: { variable: 'story', value: 1 } })).status).toBe(422)
    expect((await shares('researcher', 'Raad Oost', { part })).status).toBe(204)
    expect((await shares('researcher', 'Raad West', { part: { variable: 'district', value: 2 } })).status).toBe(204)
    const { organisations } = (await asks('researcher', `/api/studies/${wave.studyId}/organisations`)).json() as {
      organisations: readonly { name: string; owner: boolean; part: { value: number } | null }[]
    }
    const shown = organisations.map(({ name, owner, part: its }) => `${name} ${owner} ${its?.value ?? '–'}`)
    expect(shown.toSorted()).toEqual(['Cliëntenraad Testdorp true –', 'Raad Oost false 1', 'Raad West false 2'])
  })

  it('cannot be published by a council that joined', async () => {
    await answered(20)
    expect(await publishes('researcher of Raad Oost')).toMatchObject({ status: 403, code: 'notAllowed' })
  })

  it('is published as a total and a part for each council, in one edition', async () => {
    expect((await publishes('researcher')).status).toBe(201)
    const all = await listed('researcher')
    for (const { path, partOf } of all) paths.set(partOf, path)
    expect(all.map(({ partOf, edition }) => `${edition} ${partOf}`).toSorted()).toEqual([
      '1 Raad Oost',
      '1 Raad West',
      '1 null',
    ])
  })

  it.each([
    ['researcher', [null, ...COUNCILS]],
    ['viewer of the owner', [null]],
    ['viewer of Raad Oost', [null, 'Raad Oost']],
    ['researcher of Raad Oost', [null, 'Raad Oost']],
    ['viewer of Raad West', [null, 'Raad West']],
    ['interviewer of Raad West', []],
    ['outsider', []],
    ['passer-by', []],
  ] as const)('is read by the %s as far as it is theirs, and by nobody else', async (who, theirs) => {
    expect(new Set(await reads(who))).toEqual(new Set(theirs))
    if (who === 'passer-by') return
    expect(new Set((await listed(who)).map(({ partOf }) => partOf))).toEqual(new Set(theirs))
  })

  it('keeps a part with its council when the total is opened to everybody', async () => {
    const change = async (of: string | null): Promise<Answer> =>
      asks('researcher', `/api/studies/${wave.studyId}/publications/${paths.get(of)?.slice('/r/'.length)}`, {
        method: 'PATCH',
        json: { state: 'public' },
      })
    expect((await change('Raad Oost')).code).toBe('readersNotPossible')
    expect((await change(null)).status).toBe(200)
    expect(await reads('passer-by')).toEqual([null])
    expect(new Set(await reads('viewer of Raad West'))).toEqual(new Set([null, 'Raad West']))
  })

  it('takes its part from a council with which it is no longer shared', async () => {
    const path = `/api/studies/${wave.studyId}/organisations/${councils.get('Raad West')}`
    expect((await asks('researcher', path, { method: 'DELETE' })).status).toBe(204)
    expect(await reads('viewer of Raad West')).toEqual([null])
    expect(await listed('viewer of Raad West')).toEqual([])
  })
})
