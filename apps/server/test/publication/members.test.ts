import type { Role } from '@klankbord/model'
import {
  listPublications,
  listStudies,
  listWaves,
  organisationNamed,
  setPublicationState,
  shareStudy,
} from '@klankbord/storage'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadSample } from '../../src/study/load-sample.ts'
import { ask, type Answer } from '../http/ask.ts'
import { signedInAs } from '../staff/signed-in-as.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer
let study: string
let id: string
let owner: string
let council: string
const cookies = new Map<string, string>()

beforeAll(async () => {
  server = await startServer()
  await loadSample(server.context)
  const { db } = server.context.database
  const [sample] = await listStudies(db)
  study = sample?.id ?? ''
  owner = sample?.organisationId ?? ''
  council = (await organisationNamed(db, 'Raad Oost')).id
  await shareStudy(db, study, council, null)
  const others = (await organisationNamed(db, 'Een andere raad')).id
  id = (await listPublications(db, study))[0]?.id ?? ''
  for (const [name, role, organisation] of [
    ['viewer', 'viewer', owner],
    ['researcher', 'researcher', owner],
    ['approver', 'approver', owner],
    ['interviewer', 'interviewer', owner],
    ['sharing viewer', 'viewer', council],
    ['stranger', 'viewer', others],
  ] as readonly (readonly [string, Role, string])[])
    cookies.set(name, await signedInAs(server, role, organisation))
})
afterAll(() => server.end())

beforeEach(async () => {
  const { db } = server.context.database
  await db.updateTable('publications').set({ state: 'members', public_since: null }).where('id', '=', id).execute()
})

const ADDRESSES = ['', '.json', '.csv', '.xlsx', '/figure/account', '?lang=en', '.csv?lang=en']

const reads = (name: string | null, address: string): Promise<Answer> =>
  ask(server, address, { headers: name === null ? {} : { cookie: cookies.get(name) ?? '' } })

describe('a publication for members', () => {
  it.each(['viewer', 'researcher', 'approver', 'sharing viewer'])(
    'is read by a %s of its organisations',
    async (name) => {
      for (const rest of ADDRESSES) {
        const answer = await reads(name, `/r/${id}${rest}`)
        expect([rest, answer.status, answer.headers.get('cache-control')]).toEqual([rest, 200, 'private, no-store'])
      }
    },
  )

  it.each([null, 'stranger', 'interviewer'])('is for %s exactly what is not there', async (name) => {
    for (const rest of ADDRESSES) {
      const answer = await reads(name, `/r/${id}${rest}`)
      const nothing = await reads(name, `/r/nergens${rest}`)
      expect([rest, answer.status, answer.code]).toEqual([rest, 404, nothing.code])
      expect(answer.text.replaceAll(id, 'nergens')).toBe(nothing.text)
    }
  })

  it('stands in the list of who may read it, and in no other', async () => {
    const list = async (name: string): Promise<string> => (await reads(name, '/api/publications')).text
    expect(await list('sharing viewer')).toContain(id)
    expect(await list('stranger')).not.toContain(id)
    expect(await list('interviewer')).not.toContain(id)
  })

  it('can be opened to everybody later as the same edition, and not be closed again', async () => {
    const path = `/api/studies/${study}/publications/${id}`
    const change = (state: string, name = 'researcher'): Promise<Answer> => {
      const json = state === 'withdrawn' ? { state, reason: 'wrongFigures' } : { state }
      return ask(server, path, { method: 'PATCH', json, headers: { cookie: cookies.get(name) ?? '' } })
    }
    const before = (await reads('viewer', `/r/${id}.json`)).text
    expect((await change('public', 'viewer')).status).toBe(403)
    expect((await change('public')).json()).toMatchObject({ readers: 'everybody', edition: 1 })
    expect((await reads(null, `/r/${id}.json`)).text).toBe(before)
    expect((await change('members')).code).toBe('readersNotPossible')
    expect((await change('public')).code).toBe('readersNotPossible')
    expect((await change('withdrawn')).status).toBe(200)
    expect((await reads(null, `/r/${id}`)).status).toBe(410)
    expect((await change('public')).code).toBe('readersNotPossible')
  })

  it('tells only members that it was there once it is withdrawn', async () => {
    await setPublicationState(server.context.database.db, study, id, { state: 'withdrawn', on: '2026-11-22' })
    expect((await reads('viewer', `/r/${id}`)).status).toBe(410)
    expect((await reads(null, `/r/${id}`)).status).toBe(404)
    expect((await reads('stranger', `/r/${id}.json`)).code).toBe('unknownPublication')
  })

  it('is what a researcher chooses when publishing', async () => {
    const { db } = server.context.database
    const waves = await listWaves(db, study)
    const published = new Set((await listPublications(db, study)).map(({ waveId }) => waveId))
    const wave = waves.find((one) => !published.has(one.id)) ?? waves.at(-1)
    const answer = await ask(server, `/api/studies/${study}/waves/${wave?.id}/publications`, {
      json: { readers: 'members' },
      headers: { cookie: cookies.get('researcher') ?? '' },
    })
    expect(answer.json()).toMatchObject({ readers: 'members', partOf: null })
    const address = new URL(String(answer.json()['url'])).pathname
    expect((await reads(null, address)).status).toBe(404)
    expect((await reads('viewer', address)).status).toBe(200)
  })
})

describe('whoever signs in', () => {
  it('reads what they are in which study, and what waits for their approval', async () => {
    const work = (await reads('sharing viewer', '/api/my-work')).json()
    expect(work).toMatchObject({
      studies: [{ id: study, roles: [], sharingRoles: ['viewer'], waitsForApproval: null }],
    })
    expect((await reads('stranger', '/api/my-work')).json()).toEqual({ studies: [] })
  })
})
