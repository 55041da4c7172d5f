import { readAuditLog, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answeredRound, aStudy, people } from '../analysis/answered-round.ts'
import { ask, type Answer } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'

const choice = (name: string, title: string) => ({ type: 'radiogroup', name, title, choices: ['een', 'twee'] })
const DEFINITION = {
  title: 'Hulp',
  pages: [
    {
      name: 'een',
      elements: [
        choice('area', 'Waar woont u?'),
        choice('safe', 'Voelt u zich veilig?'),
        choice('young', 'Bent u jong?'),
        { type: 'text', inputType: 'number', name: 'days', title: 'Hoeveel dagen?', min: 0, max: 400 },
      ],
    },
  ],
}
const TARGETS = {
  margins: [
    {
      variable: 'young',
      categories: [
        { code: 1, share: 0.5 },
        { code: 2, share: 0.5 },
      ],
    },
  ],
}

let server: StartedServer
let cookie: string
let wave: Wave

beforeAll(async () => {
  server = await startServer()
  cookie = await server.signIn()
  wave = await answeredRound(server.context, await aStudy(server.context, { sample: true }), DEFINITION, [
    ...people(20, { area: 'een', safe: 'een', young: 'een', days: 3 }),
    ...people(20, { area: 'twee', safe: 'twee', young: 'twee', days: 9 }),
  ])
})
afterAll(() => server.end())

const send = (what: string, json: unknown): Promise<Answer> =>
  ask(server, `/api/studies/${wave.studyId}/waves/${wave.id}/analysis/${what}`, {
    method: 'POST',
    json,
    headers: { cookie, origin: server.origin },
  })

/** What the log says was seen last. */
async function lastSeen(): Promise<unknown> {
  const log = await readAuditLog(server.context.database.db, { studyId: wave.studyId, limit: 1 })
  return log.find(({ action }) => action === 'analysis.seen')?.details
}

describe('the log of a researcher who looks at figures', () => {
  it('holds every question of a whole questionnaire, also where only a split was named', async () => {
    expect((await send('frequencies', { by: 'area' })).status).toBe(200)
    expect(await lastSeen()).toMatchObject({ kind: 'frequencies', variables: 'area, safe, young, days', responses: 40 })
  })

  it('holds the questions that were named, what split them and what they were weighted by', async () => {
    expect((await send('frequencies', { questions: ['safe'], by: 'area', targets: TARGETS })).status).toBe(200)
    expect(await lastSeen()).toMatchObject({ variables: 'safe, area, young' })
    expect((await send('comparison', { question: 'safe', by: 'area', targets: TARGETS })).status).toBe(200)
    expect(await lastSeen()).toMatchObject({ kind: 'comparison', variables: 'safe, area, young' })
  })

  it('does not hold whom they picked', async () => {
    const where = [{ variable: 'days', from: 4 }]
    expect((await send('frequencies', { questions: ['safe'], where })).status).toBe(200)
    expect(await lastSeen()).toEqual({ wave: wave.id, kind: 'frequencies', variables: 'safe', responses: 20 })
  })
})

describe('a researcher who picks by a stretch of numbers', () => {
  it.each([
    [{ from: 4 }, 200],
    [{ to: 4 }, 200],
    [{ from: 2, to: 4 }, 200],
    // Neither end is no condition at all.
    [{}, 422],
    [{ not: true }, 422],
  ])('with %j is answered %i', async (stretch, status) => {
    const answer = await send('frequencies', { questions: ['safe'], where: [{ variable: 'days', ...stretch }] })
    expect(answer.status).toBe(status)
  })
})
