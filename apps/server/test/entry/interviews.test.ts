import { randomUUID } from 'node:crypto'
import type { EntryStep } from '@klankbord/model'
import { readAuditLog, withdrawResponse } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withdrawalHash } from '@klankbord/pages'
import { ALL_ROUTES } from '../../src/routes/all-routes.ts'
import type { Answer } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { staffedWave, type Somebody, type StaffedWave } from './staffed-wave.ts'

let server: StartedServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

const PLANTED = 'Mijn buurvrouw Zwaantje belde de wethouder'
const ANSWERS = { t1: 1, helped: 1, helper: [1], story: PLANTED }

async function step(who: Somebody, { path }: StaffedWave, move: object): Promise<EntryStep> {
  const usual = { language: 'nl', answers: {}, from: null, go: 'next', askedAgain: [] }
  return (await who.asks(`${path}/screen`, { json: { ...usual, ...move } })).json() as unknown as EntryStep
}

interface Sent {
  readonly id?: string
  readonly code?: string
  readonly answers?: unknown
  readonly channel?: string
  readonly help?: string
}

function sends(who: Somebody, { path }: StaffedWave, { id = randomUUID(), ...more }: Sent = {}): Promise<Answer> {
  const usual = { answers: ANSWERS, language: 'nl', channel: 'telephone', help: 'relative' }
  const json = { ...usual, withdrawalCode: 'K7MD-29XW-PQ4A', ...more }
  return who.asks(`${path}/interviews/${id}`, { method: 'PUT', json })
}

describe('an interviewer', () => {
  it('is led through the questions as a respondent is, and given a code to read out', async () => {
    const round = await staffedWave(server, {})
    const who = await round.somebody('interviewer')
    let answers: Readonly<Record<string, unknown>> = {}
    let now = await step(who, round, {})
    const passed: string[] = []
    while (now.at === 'screen') {
      const { id, content } = now.screen
      passed.push(id)
      const questions = content.flatMap((part) => ('question' in part ? [part.question] : []))
      const [first] = questions.flatMap(({ fields }) => fields)
      const chosen = first?.kind === 'one' ? { [first.question]: first.options[0]?.value } : {}
      answers = { ...answers, ...chosen }
      now = await step(who, round, { answers, from: id, askedAgain: questions.map(({ name }) => name) })
    }
    expect(now).toMatchObject({ at: 'end', withdrawalCode: expect.stringMatching(/^(?:\w{4}-){2}\w{4}$/) as string })
    expect(passed.length).toBeGreaterThan(10)
    const back = await step(who, round, { answers, from: passed[2], go: 'back' })
    expect(back).toMatchObject({ at: 'screen', screen: { id: passed[1] } })
    expect((await sends(who, round, { answers })).status).toBe(201)
  })

  it('hears what a respondent would hear of an answer that cannot be, and is asked once more what is left open', async () => {
    const round = await staffedWave(server, {})
    const who = await round.somebody('interviewer')
    const wrong = await step(who, round, { answers: { t1: 99 }, from: 't1' })
    expect(wrong).toMatchObject({ at: 'screen', screen: { id: 't1' }, findings: [{ code: 'optionNotOffered' }] })
    const nonsense = { json: { language: 'nl', answers: { t1: [] }, from: 't1', go: 'next', askedAgain: [] } }
    expect((await who.asks(`${round.path}/screen`, nonsense)).code).toBe('answersRefused')
    const refused = await sends(who, round, { answers: { t1: 99, story: PLANTED } })
    expect(refused.code).toBe('answersRefused')
    for (const text of [refused.text, JSON.stringify(wrong)]) expect(text).not.toMatch(/99|Zwaantje/)
  })

  it('sends once, however often it is sent; with how it was asked and who helped', async () => {
    const round = await staffedWave(server, { mode: 'codeConfidential', codes: 1 })
    const who = await round.somebody('interviewer')
    const sent = { id: randomUUID(), code: round.codes[0] ?? '' }
    expect((await sends(who, round, sent)).status).toBe(201)
    expect((await sends(who, round, sent)).status).toBe(200)
    expect((await sends(who, round, { code: sent.code })).code).toBe('accessCodeRefused')
    const { db } = server.context.database
    const rows = await db.selectFrom('responses').selectAll().where('wave_id', '=', round.wave.id).execute()
    expect(rows).toMatchObject([{ channel: 'telephone', help: 'relative', answers: ANSWERS }])
    const here = { studyId: round.wave.studyId, waveId: round.wave.id }
    expect(await withdrawResponse(db, here, withdrawalHash('K7MD-29XW-PQ4A'))).toBe(true)
  })

  it('hears of a code before anything is asked whether it is usable, used, nobody’s or mistyped; nothing is kept of it', async () => {
    const round = await staffedWave(server, { mode: 'codeAnonymous', codes: 2 })
    const who = await round.somebody('interviewer')
    const [used = '', fresh = ''] = round.codes
    expect((await sends(who, round, { code: used })).status).toBe(201)
    const lines = (await readAuditLog(server.context.database.db, { limit: 1000 })).length
    const told = async (code: string): Promise<unknown> =>
      (await who.asks(`${round.path}/codes/look`, { json: { code } })).json()['state']
    const swapped = `${fresh.slice(1, 2)}${fresh.slice(0, 1)}${fresh.slice(2)}`
    const mistyped = swapped === fresh ? `${fresh}A` : swapped
    expect([await told(fresh.toLowerCase()), await told(used), await told(mistyped)]).toEqual([
      'unused',
      'used',
      'mistyped',
    ])
    expect(await told(fresh)).toBe('unused')
    expect(await readAuditLog(server.context.database.db, { limit: 1000 })).toHaveLength(lines)
    const typist = await round.somebody('dataEntry')
    expect((await typist.asks(`${round.path}/codes/look`, { json: { code: fresh } })).code).toBe('notAllowed')
    const open = await staffedWave(server, {})
    const there = await open.somebody('interviewer')
    expect((await there.asks(`${open.path}/codes/look`, { json: { code: fresh } })).code).toBe('waveHasNoCodes')
  })

  it('is refused where a round is not answered so, and with a code that nobody was given', async () => {
    const round = await staffedWave(server, { channels: ['paper'] })
    const who = await round.somebody('interviewer')
    expect((await sends(who, round)).code).toBe('channelNotOffered')
    expect((await sends(who, round, { channel: 'kiosk' })).code).toBe('bodyRefused')
    const coded = await staffedWave(server, { mode: 'codeAnonymous' })
    expect((await sends(await coded.somebody('interviewer'), coded)).code).toBe('accessCodeRefused')
  })

  it('reads nothing back: no route gives what was answered', async () => {
    for (const mode of ['open', 'codeConfidential', 'codeAnonymous'] as const) {
      const round = await staffedWave(server, { mode })
      const who = await round.somebody('interviewer')
      const [code = ''] = round.codes
      const id = randomUUID()
      expect((await sends(who, round, { id, ...(code === '' ? {} : { code }) })).status).toBe(201)
      const places: Readonly<Record<string, string>> = {
        study: round.wave.studyId,
        wave: round.wave.id,
        organisation: '',
        id,
        response: id,
        publication: `resultaat-${round.wave.id}`,
      }
      const asked = ALL_ROUTES.filter(({ method }) => method === 'GET').flatMap(({ path }) => [
        path.replaceAll(/[:*](\w+)/g, (_, name: string) => places[name] ?? 'x'),
        path.replace(':wave', round.wave.address).replaceAll(/[:*](\w+)/g, (_, name: string) => places[name] ?? 'x'),
      ])
      expect(asked.length).toBeGreaterThan(40)
      for (const path of new Set(asked)) {
        const { text } = await who.asks(path)
        expect([path, text.includes('Zwaantje')]).toEqual([path, false])
      }
    }
  })
})

describe('what the log says of entering', () => {
  const said = async (round: StaffedWave): Promise<readonly object[]> =>
    (await readAuditLog(server.context.database.db, { limit: 20, studyId: round.wave.studyId })).map(
      ({ action, details, user }) => ({ action, details, by: user?.id }),
    )

  it('is who entered something in a round on a day, once', async () => {
    const round = await staffedWave(server, {})
    const who = await round.somebody('interviewer')
    for (const helped of ['none', 'relative', 'peer']) await sends(who, round, { help: helped })
    expect(await said(round)).toEqual([
      { action: 'interviews.entered', details: { wave: round.wave.id, day: '2026-11-22' }, by: who.id },
    ])
  })

  it('is nothing in an anonymous round: neither there nor in the log of the server', async () => {
    const round = await staffedWave(server, { mode: 'codeAnonymous' })
    const [who, ans, bep] = [
      await round.somebody('interviewer'),
      await round.somebody('dataEntry'),
      await round.somebody('dataEntry'),
    ]
    const before = server.logged()
    await sends(who, round, { code: round.codes[0] ?? '' })
    const form = { form: round.codes[1] ?? '', answers: ANSWERS, marks: {}, language: 'nl', help: 'none' }
    for (const typist of [ans, bep])
      expect((await typist.asks(`${round.path}/forms`, { method: 'PUT', json: form })).status).toBe(200)
    expect(await said(round)).toEqual([])
    expect(server.logged()).toBe(before)
    const { db } = server.context.database
    const waiting = await db
      .selectFrom('pending_responses')
      .select('channel')
      .where('wave_id', '=', round.wave.id)
      .execute()
    expect(waiting.map(({ channel }) => channel).toSorted()).toEqual(['paper', 'telephone'])
  })
})
