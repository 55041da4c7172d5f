import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Wave } from '@klankbord/storage'
import { press } from '../filled-page.ts'
import { ask } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'

const NUMBER = '999910000'
const STORY = `Mijn bsn is 999.910.000, bel mevrouw Jansen op 06-12345678.`

let server: StartedServer
let wave: Wave

beforeAll(async () => {
  server = await startServer()
  wave = await openWmoWave(server.context, 'nummers')
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
    const id = (next.hidden['draft'] ?? '').replace('new-', '')
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

describe('an answer without anything personal', () => {
  it('is stored as it was written, without a flag', async () => {
    const id = randomUUID()
    await put(`responses/${id}`, { answers: { story: 'De hulp kwam in 2019 en 2020.' }, language: 'nl' })
    expect(await stored(id)).toEqual({ answers: { story: 'De hulp kwam in 2019 en 2020.' }, flags: {} })
  })
})
