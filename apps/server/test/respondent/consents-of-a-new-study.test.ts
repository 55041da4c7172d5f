import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, type Answer } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer
let address: string
let path: string
let cookie: string

const staff = (at: string, json?: object): Promise<Answer> =>
  ask(server, at, { headers: { cookie }, ...(json !== undefined && { json }) })
const post = (form: Readonly<Record<string, string>>): Promise<Answer> =>
  ask(server, `/v/${address}`, { method: 'POST', form: { language: 'nl', ...form } })
const field = ({ text }: Answer, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''

/** Enough people that words may be shown at all, by a program: pages of as many take long. */
async function othersTell(story: string): Promise<void> {
  for (let count = 0; count < 10; count += 1) {
    const json = { answers: { takes_part: true, quotable: true, story }, language: 'nl' }
    const at = `/api/waves/${address}/responses/0f0c1f8e-6f1b-4f3e-9a52-0d5a1c2b3e0${count}`
    expect((await ask(server, at, { method: 'PUT', json })).status).toBe(201)
  }
}

/** Ticks, tells a story at its question, skips the others, and sends. */
async function tell(story: string, ticks: Readonly<Record<string, string>>): Promise<void> {
  let page = await post({ go: 'start', 'on.page': 'introduction', ...ticks })
  const draft = field(page, 'draft')
  for (let screen = field(page, 'screen'); screen !== ''; screen = field(page, 'screen'))
    page = await post({ draft, screen, ...(screen === 'story' ? { go: 'next', story } : { go: 'skip' }) })
  expect((await post({ go: 'submit', draft, code: field(page, 'code') })).status).toBe(200)
}

beforeAll(async () => {
  server = await startServer()
  cookie = await server.signIn()
  await sql`update sessions set second_factor = true`.execute(server.context.database.db)
  const organisation = { name: 'Cliëntenraad Dorp' }
  const made = await staff('/api/studies', { title: { nl: 'Wmo' }, organisation, instrument: 'wmo-client-experience' })
  const study = `/api/studies/${String(made.json()['id'])}`
  expect((await staff(`${study}/versions`, {})).status).toBe(201)
  const wave = (await staff(`${study}/waves`, { title: { nl: 'Ronde 1' } })).json()
  address = String(wave['address'])
  path = `${study}/waves/${String(wave['id'])}`
})
afterAll(() => server.end())

describe('who is asked in a study that was begun from a ready-made questionnaire', () => {
  it('reads two ticks on the introduction, and that they may be contacted again', async () => {
    const { text } = await ask(server, `/v/${address}`)
    for (const told of [
      'Ja, ik doe mee. Mijn antwoorden mogen in dit onderzoek.',
      'Mijn eigen woorden mogen in het verslag.',
      'Neemt u later nog contact met mij op?',
    ])
      expect(text).toContain(told)
    expect((await post({ go: 'start', 'on.page': 'introduction' })).status).toBe(422)
  })

  it('is quoted only when they ticked that their words may be shown', async () => {
    await tell('Dit mag u lezen', { takes_part: 'true', quotable: 'true' })
    await tell('Dit mag niemand lezen', { takes_part: 'true' })
    await othersTell('Dit ook')
    const rows = await server.context.database.db.selectFrom('responses').select('answers').execute()
    const agreed = rows.map(({ answers }) => `${answers['takes_part'] === true} ${answers['quotable'] === true}`)
    expect(agreed.toSorted()).toEqual(['true false', ...Array.from({ length: 11 }, () => 'true true')])
    const candidates = await staff(`${path}/quote-candidates`)
    expect(candidates.json()).toMatchObject({ asks: true, total: 11 })
    expect(candidates.text).toContain('Dit mag u lezen')
    expect(candidates.text).not.toContain('Dit mag niemand lezen')
  })
})
