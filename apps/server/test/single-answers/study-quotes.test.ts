import { DEFAULT_POLICY } from '@klankbord/model'
import { readAuditLog } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, type Answer } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { answered, openQuotingWave, staffOf, type QuotingWave, type Sent } from './quoting-wave.ts'

const STORY = 'Fijn dat ik eindelijk ben geholpen'
const NOT_TO_QUOTE = 'Dit blijft onder ons'

type Staff = Awaited<ReturnType<typeof staffOf>>

let server: StartedServer
let wave: QuotingWave
let people: readonly Sent[]
let researcher: Staff
let expert: Staff

beforeAll(async () => {
  server = await startServer()
  wave = await openQuotingWave(server, 'woorden', 'open')
  people = await answered(server, wave, [
    { story: `${STORY} 0`, quotable: true },
    { story: `${STORY} 1`, quotable: true },
    ...Array.from({ length: 10 }, () => ({ story: NOT_TO_QUOTE, quotable: false })),
  ])
  researcher = await staffOf(server, wave, 'Rob', ['researcher'])
  expert = await staffOf(server, wave, 'Eva', ['clientExpert'])
})
afterAll(() => server.end())

interface Candidate {
  readonly key: string
  readonly text: string
}

async function candidates(): Promise<readonly Candidate[]> {
  const answer = await researcher(`${wave.path}/quote-candidates`)
  return (answer.json() as { answers: readonly Candidate[] }).answers
}

const quotesPath = (): string => `/api/studies/${wave.studyId}/quotes`

async function proposed(story: string, text: string, by: Staff = researcher): Promise<Answer> {
  const key = (await candidates()).find((one) => one.text === story)?.key
  return by(quotesPath(), { json: { wave: wave.id, key, text } })
}

const decide = (by: Staff, quote: unknown, state: string): Promise<Answer> =>
  by(`${quotesPath()}/${String(quote)}/decision`, { json: { state } })

async function publishedQuotes(): Promise<readonly string[]> {
  const made = await researcher(`${wave.path}/publications`, { json: {} })
  expect([made.status, made.text]).toEqual([201, made.text])
  const { url } = made.json() as { url: string }
  const { pathname } = new URL(url)
  const { db } = server.context.database
  await db.updateTable('publications').set({ state: 'public' }).execute()
  const page = await ask(server, `${pathname}.json`)
  const { quotes = [] } = page.json() as { quotes?: readonly { text: string }[] }
  return quotes.map(({ text }) => text)
}

it('offers to be quoted only what people wrote who agreed to that, apart from who they are', async () => {
  const answer = await researcher(`${wave.path}/quote-candidates`)
  expect(answer.json()).toMatchObject({ asks: true, total: 2, next: null })
  expect((await candidates()).map(({ text }) => text).toSorted()).toEqual([`${STORY} 0`, `${STORY} 1`])
  expect(answer.text).not.toContain(NOT_TO_QUOTE)
  for (const { id } of people) expect(answer.text).not.toContain(id)
  expect((await expert(`${wave.path}/quote-candidates`)).code).toBe('notAllowed')
})

it('takes as a quote nothing but words of the answer, with […] where some were left out', async () => {
  expect((await proposed(`${STORY} 0`, 'Geholpen ben ik fijn')).code).toBe('quoteNotInAnswer')
  expect((await proposed(`${STORY} 0`, '[…]')).code).toBe('quoteNotInAnswer')
  const other = await researcher(quotesPath(), { json: { wave: wave.id, key: '0'.repeat(64), text: NOT_TO_QUOTE } })
  expect(other.code).toBe('notToBeQuoted')
})

it('lets nobody release what they proposed themselves', async () => {
  const both = await staffOf(server, wave, 'Bo', ['researcher', 'clientExpert'])
  const { id } = (await proposed(`${STORY} 1`, `${STORY} 1`, both)).json()
  expect((await decide(both, id, 'released')).code).toBe('quoteOfYourOwn')
  expect((await decide(researcher, id, 'released')).code).toBe('notAllowed')
  expect((await decide(expert, id, 'refused')).status).toBe(200)
  expect((await decide(expert, id, 'released')).code).toBe('quoteDecided')
})

it('publishes what a client expert released, and no longer what was taken back', async () => {
  const first = (await proposed(`${STORY} 0`, 'Fijn […] geholpen')).json()['id']
  const second = (await proposed(`${STORY} 1`, STORY)).json()['id']
  expect((await decide(expert, first, 'released')).status).toBe(200)
  expect(await publishedQuotes()).toEqual(['Fijn […] geholpen'])
  expect((await decide(expert, second, 'released')).status).toBe(200)
  expect(await publishedQuotes()).toEqual([STORY, 'Fijn […] geholpen'].toSorted())
  const path = `${quotesPath()}/${String(second)}`
  expect((await researcher(path, { method: 'DELETE' })).status).toBe(200)
  expect((await expert(path, { method: 'DELETE' })).code).toBe('quoteDecided')
  expect(await publishedQuotes()).toEqual(['Fijn […] geholpen'])
})

it('tells who makes words unreadable which editions quote them', async () => {
  const officer = await staffOf(server, wave, 'Pim', ['privacyOfficer'])
  const response = people[0]?.id
  const found = await officer(`${wave.path}/flagged`, { json: { purpose: 'Namen weghalen', response } })
  const [answer] = (found.json() as { answers: readonly { digest: string }[] }).answers
  const order = { response, variable: 'story', digest: answer?.digest, spans: [{ start: 0, end: 4 }], why: 'Een naam' }
  const redacted = (await officer(`${wave.path}/redactions`, { json: order })).json()
  expect(redacted).toMatchObject({ editions: [{ edition: 1 }, { edition: 2 }, { edition: 3 }] })
  expect(await publishedQuotes()).toEqual([])
})

it('no longer quotes whoever withdraws, in the next edition', async () => {
  const id = (await proposed(`${STORY} 1`, 'eindelijk')).json()['id']
  await decide(expert, id, 'released')
  expect(await publishedQuotes()).toEqual(['eindelijk'])
  // So many leave and come that the figures may be published again beside those of before.
  const leaving = [people[1], ...people.slice(2, 2 + DEFAULT_POLICY.leastGroup - 1)]
  await answered(
    server,
    wave,
    Array.from({ length: 3 * DEFAULT_POLICY.leastGroup }, () => ({ story: 'Kort', quotable: false })),
  )
  for (const person of leaving) {
    const json = { code: person?.withdrawalCode ?? '' }
    expect((await ask(server, `/api/waves/${wave.address}/responses`, { method: 'DELETE', json })).status).toBe(200)
  }
  expect((await expert(quotesPath())).text).not.toContain('"eindelijk"')
  expect(await publishedQuotes()).toEqual([])
})

it('keeps the words of people out of the log of staff and of the server', async () => {
  const log = JSON.stringify(await readAuditLog(server.context.database.db, { limit: 100 }))
  expect(log).toContain('quote.released')
  for (const words of ['eindelijk', NOT_TO_QUOTE]) expect(log + server.logged()).not.toContain(words)
})
