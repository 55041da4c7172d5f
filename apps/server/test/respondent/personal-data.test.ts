import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDraftField } from '@klankbord/pages'
import type { Wave } from '@klankbord/storage'
import { press } from '../filled-page.ts'
import { ask } from '../http/ask.ts'
import { openWaveOf } from '../every-element.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'

const NUMBER = '999910000'
const STORY = `Mijn bsn is 999.910.000, bel mevrouw Jansen op 06-12345678.`

const HOURS = { type: 'text', inputType: 'number', name: 'hours', title: 'Hoeveel uur hulp krijgt u?' }
const PARTS = {
  type: 'multipletext',
  name: 'parts',
  title: 'Waar woont u?',
  items: [
    { name: 'street', title: 'Straat' },
    { name: 'house', title: 'Nummer', inputType: 'number' },
  ],
}
const MEANS = {
  type: 'radiogroup',
  name: 'means',
  title: 'Hoe komt u er?',
  choices: [{ value: 1, text: 'Met de bus' }],
  showOtherItem: true,
  otherText: 'Anders',
}
const IN_NUMBERS = {
  title: 'Over uw hulp',
  locale: 'nl',
  pages: [
    { name: 'one', elements: [HOURS] },
    { name: 'two', elements: [PARTS] },
    { name: 'three', elements: [MEANS] },
  ],
}

let server: StartedServer
let wave: Wave

beforeAll(async () => {
  server = await startServer()
  wave = await openWmoWave(server.context, 'nummers')
  await openWaveOf(server.context, IN_NUMBERS, 'getallen')
})

afterAll(async () => server.end())

const put = (path: string, json: unknown): ReturnType<typeof ask> =>
  ask(server, `/api/waves/nummers/${path}`, { method: 'PUT', json })

const stored = async (id: string): Promise<{ readonly answers: unknown; readonly flags: unknown } | undefined> =>
  server.context.database.db
    .selectFrom('responses')
    .select(['answers', 'flags'])
    .where('wave_id', '=', wave.id)
    .where('id', '=', id)
    .executeTakeFirst()

describe('a citizen service number in an open answer', () => {
  it('is masked before it is stored, with what else is likely personal flagged', async () => {
    const id = randomUUID()
    const body = { answers: { story: STORY }, language: 'nl' }
    expect((await put(`responses/${id}`, body)).status).toBe(201)
    expect(await stored(id)).toEqual({
      answers: { story: 'Mijn bsn is [BSN], bel mevrouw Jansen op 06-12345678.' },
      flags: { story: ['bsn', 'phone', 'name'] },
    })
  })

  it('does not make a conflict of the same answers sent again', async () => {
    const id = randomUUID()
    const body = { answers: { story: STORY }, language: 'nl' }
    const statuses = [
      (await put(`responses/${id}`, body)).status,
      (await put(`responses/${id}`, body)).status,
      (await put(`responses/${id}`, { ...body, answers: { story: `${STORY} En meer.` } })).status,
    ]
    expect(statuses).toEqual([201, 200, 409])
  })

  it('is masked in a draft too', async () => {
    const id = randomUUID()
    expect((await put(`drafts/${id}`, { revision: 1, answers: { story: NUMBER }, language: 'nl' })).status).toBe(200)
    const { db } = server.context.database
    const draft = await db.selectFrom('drafts').select('answers').where('id', '=', id).executeTakeFirst()
    expect(draft?.answers).toEqual({ story: '[BSN]' })
  })

  it('is masked on the pages, whose reader sees before sending what is kept, and that a number is not', async () => {
    const address = `${server.origin}/v/nummers`
    const first = await press(address, null, 'start')
    const story = { ...first, hidden: { ...first.hidden, screen: 'story' } }
    const next = await press(address, story, 'next', { story: STORY })
    expect(next.status).toBe(200)
    const { id } = readDraftField(next.hidden['draft'] ?? '')
    const { db } = server.context.database
    const draft = await db.selectFrom('drafts').select('answers').where('id', '=', id).executeTakeFirst()
    expect(JSON.stringify(draft?.answers)).toContain('Mijn bsn is [BSN]')
    const ready = await press(address, { ...next, hidden: { ...next.hidden, screen: '' } }, 'resume')
    expect(ready.html).toContain('In uw antwoord staat op die plek nu')
    expect(ready.html).toContain('bel mevrouw Jansen')
    expect(ready.html).not.toContain('999.910.000')
    await press(address, ready, 'submit')
    expect((await stored(id))?.flags).toEqual({ story: ['bsn', 'phone', 'name'] })
  })
})

describe('a citizen service number where a number is asked for', () => {
  const send = (path: string, json: unknown): ReturnType<typeof ask> =>
    ask(server, `/api/waves/getallen/${path}`, { method: 'PUT', json })
  const kept = async (id: string): Promise<number> => {
    const { db } = server.context.database
    const drafts = await db.selectFrom('drafts').select('id').where('id', '=', id).execute()
    return drafts.length + (await db.selectFrom('responses').select('id').where('id', '=', id).execute()).length
  }

  it('is asked for again on the page, in plain words, and kept by no draft', async () => {
    const address = `${server.origin}/v/getallen`
    const first = await press(address, null, 'start')
    const again = await press(address, first, 'next', { hours: NUMBER })
    expect(again.status).toBe(422)
    expect(again.html).toContain('Dit nummer kan een burgerservicenummer (BSN) zijn. Dat bewaren wij niet.')
    const id = (again.hidden['draft'] ?? '').replace('new-', '')
    expect(await kept(id)).toBe(0)
    const stopped = await press(address, again, 'stop', { hours: NUMBER })
    expect([stopped.status, await kept(id)]).toEqual([200, 0])
    expect((await press(address, again, 'next', { hours: '6' })).status).toBe(200)
    expect(await kept(id)).toBe(1)
  })

  it.each([
    ['as the only answer', { hours: Number(NUMBER) }, '/answers/hours'],
    ['as a part of one', { parts: { house: Number(NUMBER) } }, '/answers/parts/house'],
  ])('is refused by the API %s, in a draft too', async (_, answers, path) => {
    const id = randomUUID()
    for (const [to, more] of [
      [`drafts/${id}`, { revision: 1 }],
      [`responses/${id}`, {}],
    ] as const) {
      const reply = await send(to, { answers, language: 'nl', ...more })
      expect(reply.status).toBe(422)
      expect(reply.json()).toMatchObject({ findings: [{ code: 'citizenNumber', path }] })
    }
    expect(await kept(id)).toBe(0)
  })

  it('is masked in words beside it, whichever way they came', async () => {
    const id = randomUUID()
    const answers = { parts: { street: `Plein ${NUMBER}` }, means: 'other', 'means-Comment': `taxi ${NUMBER}` }
    expect((await send(`responses/${id}`, { answers, language: 'nl' })).status).toBe(201)
    const { db } = server.context.database
    const row = await db.selectFrom('responses').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(row.answers).toMatchObject({ parts: { street: 'Plein [BSN]' }, 'means-Comment': 'taxi [BSN]' })
    expect(JSON.stringify(row)).not.toContain(NUMBER)
  })
})

describe('an answer without anything personal', () => {
  it('is stored as it was written, without a flag', async () => {
    const id = randomUUID()
    await put(`responses/${id}`, { answers: { story: 'De hulp kwam in 2019 en 2020.' }, language: 'nl' })
    expect(await stored(id)).toEqual({ answers: { story: 'De hulp kwam in 2019 en 2020.' }, flags: {} })
  })
})
