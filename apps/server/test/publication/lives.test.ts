import type { Role } from '@klankbord/model'
import { listPublications, listStudies, organisationNamed, shareStudy, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publishWave } from '../../src/publication/publish-wave.ts'
import { loadSample } from '../../src/study/load-sample.ts'
import { waveOf } from '../../src/study/find-study.ts'
import { ask, type Answer } from '../http/ask.ts'
import { signedInAs } from '../staff/signed-in-as.ts'
import { startServer, type StartedServer } from '../started-server.ts'

const BEFORE = '2026-11-22T10:00:00Z'
/** Nine o'clock in the Netherlands. */
const MOMENT = '2026-12-01T08:00:00.000Z'

let now = BEFORE
let server: StartedServer
let study: string
let wave: Wave
const cookies = new Map<string, string>()

beforeAll(async () => {
  server = await startServer({ clock: { now: () => new Date(now) } })
  await loadSample(server.context)
  const { db } = server.context.database
  const [sample] = await listStudies(db)
  study = sample?.id ?? ''
  const owner = sample?.organisationId ?? ''
  const council = (await organisationNamed(db, 'Raad Oost')).id
  await shareStudy(db, study, council, null)
  const others = (await organisationNamed(db, 'Een andere raad')).id
  const [first] = await listPublications(db, study)
  wave = await waveOf(server.context, study, first?.waveId ?? '')
  for (const [name, role, organisation] of [
    ['researcher', 'researcher', owner],
    ['approver', 'approver', owner],
    ['viewer', 'viewer', owner],
    ['interviewer', 'interviewer', owner],
    ['sharing researcher', 'researcher', council],
    ['sharing viewer', 'viewer', council],
    ['stranger', 'researcher', others],
  ] as readonly (readonly [string, Role, string])[])
    cookies.set(name, await signedInAs(server, role, organisation))
})
afterAll(() => server.end())

beforeEach(async () => {
  now = BEFORE
  const { db } = server.context.database
  await db.deleteFrom('publications').execute()
  await db.deleteFrom('publication_addresses').execute()
})

const EVERYBODY_ELSE = [null, 'stranger', 'interviewer'] as const
const ADDRESSES = ['', '.json', '.csv', '.xlsx', '/figure/account', '?lang=en']

const reads = (name: string | null, address: string): Promise<Answer> =>
  ask(server, address, { headers: name === null ? {} : { cookie: cookies.get(name) ?? '' } })

const statuses = async (names: readonly (string | null)[], id: string): Promise<readonly number[]> =>
  Promise.all(names.map(async (name) => (await reads(name, `/r/${id}`)).status))

const decide = (id: string, json: object): Promise<Answer> =>
  ask(server, `/api/studies/${study}/publications/${id}`, {
    method: 'PATCH',
    json,
    headers: { cookie: cookies.get('researcher') ?? '' },
  })

/** Nothing tells that there is anything but at an address that never was. */
async function expectNoHint(name: string | null, id: string): Promise<void> {
  for (const rest of ADDRESSES) {
    const [answer, nothing] = [await reads(name, `/r/${id}${rest}`), await reads(name, `/r/nergens${rest}`)]
    expect([rest, answer.status, answer.code]).toEqual([rest, 404, nothing.code])
    expect(answer.text.replaceAll(id, 'nergens')).toBe(nothing.text)
  }
}

describe('a draft', () => {
  it('is read by the staff of its study alone, and is in nobody’s list of what there is to read', async () => {
    const { publication } = await publishWave(server.context, wave, { state: 'draft' })
    expect(await statuses(['researcher', 'approver'], publication.id)).toEqual([200, 200])
    expect((await reads('researcher', `/r/${publication.id}`)).text).toContain('Concept. Alleen wie aan dit onderzoek')
    for (const name of [...EVERYBODY_ELSE, 'viewer', 'sharing researcher', 'sharing viewer'])
      await expectNoHint(name, publication.id)
    expect((await reads('researcher', '/api/publications')).text).not.toContain(publication.id)
  })

  it('is not known to the public: the next edition has its number and is not compared with it', async () => {
    const draft = await publishWave(server.context, wave, { state: 'draft' })
    const other = await publishWave(server.context, wave, { state: 'draft' })
    expect([draft.publication.edition, other.publication.edition]).toEqual([1, 1])
    const { publication } = await publishWave(server.context, wave)
    expect(publication.edition).toBe(1)
    expect(await listPublications(server.context.database.db, study)).toMatchObject([{ id: publication.id }])
    // What is published is: the same figures are no new edition.
    await expect(publishWave(server.context, wave)).rejects.toMatchObject({ code: 'editionUnchanged' })
  })

  it('goes to members, gets its moment, and is public without having changed', async () => {
    const { id } = (await publishWave(server.context, wave, { state: 'draft' })).publication
    const frozen = (await reads('researcher', `/r/${id}.json`)).text
    expect((await decide(id, { state: 'withdrawn', reason: 'wrongFigures' })).code).toBe('readersNotPossible')
    expect((await decide(id, { state: 'members' })).json()).toMatchObject({ state: 'members', readers: 'members' })
    expect(await statuses(['viewer', null], id)).toEqual([200, 404])
    expect((await decide(id, { state: 'embargoed', until: MOMENT })).json()).toMatchObject({ embargoUntil: MOMENT })
    expect((await decide(id, { state: 'public' })).json()).toMatchObject({ state: 'public', embargoUntil: null })
    expect((await reads(null, `/r/${id}.json`)).text).toBe(frozen)
  })
})

describe('an embargoed publication', () => {
  const published = async (): Promise<string> =>
    (await publishWave(server.context, wave, { state: 'embargoed', embargoUntil: new Date(MOMENT) })).publication.id

  it('opens at its hour though nobody does anything then, and a second before it is not there', async () => {
    const id = await published()
    now = '2026-12-01T07:59:59.999Z'
    for (const name of EVERYBODY_ELSE) await expectNoHint(name, id)
    const early = await reads('sharing viewer', `/r/${id}`)
    expect([early.status, early.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(early.text).toContain('Onder embargo tot 1 december 2026, 09:00 uur.')
    expect((await reads(null, `/${wave.address}`)).text).not.toContain(`/r/${id}`)
    now = MOMENT
    for (const rest of ADDRESSES) expect((await reads(null, `/r/${id}${rest}`)).status).toBe(200)
    const open = await reads(null, `/r/${id}`)
    expect([open.headers.get('cache-control'), open.text.includes('embargo')]).toEqual(['public, max-age=300', false])
    expect((await reads(null, `/${wave.address}`)).text).toContain(`/r/${id}`)
    const listed = (await reads('viewer', '/api/publications')).json()['publications']
    expect(listed).toMatchObject([{ id, readers: 'everybody' }])
  })

  it('stays what it became: public, and known to have been so once it is withdrawn', async () => {
    const id = await published()
    now = '2026-12-02T12:00:00Z'
    for (const json of [{ state: 'members' }, { state: 'embargoed', until: '2026-12-24T00:00:00Z' }])
      expect((await decide(id, json)).code).toBe('readersNotPossible')
    expect((await decide(id, { state: 'withdrawn', reason: 'recognisable' })).status).toBe(200)
    expect(await statuses([null], id)).toEqual([410])
  })

  it('that is withdrawn before its hour was never there for others', async () => {
    const id = await published()
    await decide(id, { state: 'withdrawn', reason: 'recognisable' })
    now = '2026-12-02T12:00:00Z'
    expect(await statuses(['viewer', null], id)).toEqual([410, 404])
  })

  it('can be opened before, or later, or not by a moment after all', async () => {
    const id = await published()
    await decide(id, { state: 'embargoed', until: '2026-12-24T08:00:00+01:00' })
    now = MOMENT
    expect(await statuses([null], id)).toEqual([404])
    await decide(id, { state: 'members' })
    now = '2026-12-25T00:00:00Z'
    expect(await statuses(['viewer', null], id)).toEqual([200, 404])
    await decide(id, { state: 'public' })
    expect(await statuses([null], id)).toEqual([200])
  })

  it.each(['2026-11-22T10:00:00Z', '2027-11-24T00:00:00Z'])(
    'has a moment to come, within a year: not %s',
    async (until) => {
      const id = await published()
      expect((await decide(id, { state: 'embargoed', until })).code).toBe('embargoRefused')
    },
  )
})

describe('a withdrawn publication', () => {
  it('says when and why, in plain words, and to programs', async () => {
    const { id } = (await publishWave(server.context, wave)).publication
    expect((await decide(id, { state: 'withdrawn' })).status).toBe(422)
    expect((await decide(id, { state: 'withdrawn', reason: 'other', words: ' ' })).code).toBe('withdrawalWithoutWords')
    for (const number of ['Het ging om 3 mensen.', 'Het ging om drie mensen.'])
      expect((await decide(id, { state: 'withdrawn', reason: 'other', words: number })).code).toBe(
        'withdrawalWithNumber',
      )
    const words = 'De <wijk> stond onder de verkeerde naam.'
    await decide(id, { state: 'withdrawn', reason: 'wrongFigures', words })
    const page = await reads(null, `/r/${id}`)
    expect([page.status, page.headers.get('cache-control')]).toEqual([410, 'no-store'])
    for (const part of [
      '<h1>Deze publicatie is ingetrokken</h1>',
      'Op 22 november 2026 is deze uitgave ingetrokken.',
      'Er zat een fout in de cijfers.',
      'De &lt;wijk&gt; stond onder de verkeerde naam.',
    ])
      expect(page.text).toContain(part)
    expect((await reads(null, `/r/${id}?lang=en`)).text).toContain('There was a mistake in the figures.')
    const table = await reads(null, `/r/${id}.csv`)
    expect([table.status, table.headers.get('content-type')]).toEqual([410, 'text/plain; charset=utf-8'])
    expect(table.text.split('\n').slice(0, 4)).toEqual([
      'Deze publicatie is ingetrokken',
      expect.stringContaining('Op 22 november 2026 is deze uitgave ingetrokken.'),
      'Er zat een fout in de cijfers.',
      words,
    ])
    expect((await reads(null, `/r/${id}.csv?lang=en`)).text).toContain('There was a mistake in the figures.')
    const told = await reads(null, `/r/${id}.json`)
    expect([told.status, told.code]).toEqual([410, 'publicationWithdrawn'])
    expect(told.headers.get('content-type')).toContain('application/problem+json')
    expect(told.json()['details']).toMatchObject({ on: '2026-11-22', reason: 'wrongFigures', words, replacedBy: null })
  })

  it('holds no figure of what it was', async () => {
    const { id } = (await publishWave(server.context, wave)).publication
    await decide(id, { state: 'withdrawn', reason: 'wrongFigures' })
    for (const name of [null, 'researcher'])
      expect((await reads(name, `/r/${id}`)).text.replace(/<style>.*<\/style>/su, '')).not.toMatch(/%|<svg|<table/)
  })
})
