import { addMembership, organisationNamed } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { storedAnswers } from '../wmo-wave.ts'
import { somebodyWho, staffedWave, type Somebody, type StaffedWave } from './staffed-wave.ts'

let server: StartedServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

const ANSWERS = { t1: 1, helped: 1, helper: [1, 2], story: 'De huisarts luisterde goed.' }

const form = (number: string, answers: unknown = ANSWERS, more: object = {}): object => ({
  form: number,
  answers,
  marks: {},
  language: 'nl',
  help: 'none',
  ...more,
})

const types = (who: Somebody, { path }: StaffedWave, body: object): Promise<Answer> =>
  who.asks(`${path}/forms`, { method: 'PUT', json: body })
const looks = (who: Somebody, { path }: StaffedWave, number: string): Promise<Answer> =>
  who.asks(`${path}/forms/look`, { json: { form: number } })

async function entriesOf({ wave }: StaffedWave): Promise<number> {
  const { db } = server.context.database
  return (await db.selectFrom('paper_entries').select('id').where('wave_id', '=', wave.id).execute()).length
}

const stored = ({ wave }: StaffedWave): ReturnType<typeof storedAnswers> => storedAnswers(server.context, wave)

describe('two people who type the same form', () => {
  it('make one response by paper when they agree, and no entry is left', async () => {
    const round = await staffedWave(server, {})
    const [ans, bep] = [await round.somebody('dataEntry'), await round.somebody('dataEntry')]
    expect((await types(ans, round, form('12'))).json()).toEqual({ state: 'waits' })
    expect(await stored(round)).toEqual([])
    const tidied = { ...ANSWERS, helper: [2, 1], story: ' De huisarts  luisterde goed.' }
    expect((await types(bep, round, form(' 12 ', tidied))).json()).toEqual({ state: 'stored' })
    expect(await stored(round)).toMatchObject([{ answers: { t1: 1, helped: 1 }, channel: 'paper', hash: null }])
    expect(await entriesOf(round)).toBe(0)
    for (const who of [ans, bep]) expect((await types(who, round, form('12'))).code).toBe('paperFormStored')
    expect(await stored(round)).toHaveLength(1)
  })

  it('make none when they differ, see in what, and settle it with the paper in hand', async () => {
    const round = await staffedWave(server, {})
    const [ans, bep] = [await round.somebody('dataEntry'), await round.somebody('dataEntry')]
    await types(ans, round, form('7'))
    const differs = (await types(bep, round, form('7', { ...ANSWERS, t1: 2 }, { help: 'relative' }))).json()
    expect(differs).toMatchObject({ state: 'differs' })
    const differences = differs['differences'] as { key: string; own: unknown; other: unknown }[]
    expect(differences.map(({ key }) => key)).toEqual([':help', 't1'])
    // What both typed alike is nobody else's to read.
    expect(JSON.stringify(differs)).not.toContain('huisarts')
    expect(await stored(round)).toEqual([])
    const desk = (await ans.asks(`/api/entry/${round.wave.studyId}`)).json()
    expect(desk['own']).toMatchObject([{ form: '7', state: 'differs', waveId: round.wave.id }])

    const decision = { choices: { t1: 'own', ':help': 'other' }, seen: differs['seen'] }
    expect((await types(bep, round, form('7', { ...ANSWERS, t1: 2 }, { help: 'relative', decision }))).json()).toEqual({
      state: 'stored',
    })
    expect(await stored(round)).toMatchObject([{ answers: { t1: 2 } }])
    expect(await entriesOf(round)).toBe(0)
  })

  it('settle nothing about what changed since, nor half of it', async () => {
    const round = await staffedWave(server, {})
    const [ans, bep] = [await round.somebody('dataEntry'), await round.somebody('dataEntry')]
    await types(ans, round, form('7'))
    const mine = { ...ANSWERS, t1: 2, t2: 1 }
    const { seen } = (await types(bep, round, form('7', mine))).json()
    const half = { choices: { t1: 'own' }, seen }
    expect((await types(bep, round, form('7', mine, { decision: half }))).json()).toMatchObject({ state: 'differs' })
    await types(ans, round, form('7', { ...ANSWERS, t1: 3 }))
    const whole = { choices: { t1: 'own', t2: 'own' }, seen }
    expect((await types(bep, round, form('7', mine, { decision: whole }))).code).toBe('paperFormChanged')
    expect(await stored(round)).toEqual([])
  })

  it('may both correct what they typed themselves; then it is stored', async () => {
    const round = await staffedWave(server, {})
    const [ans, bep] = [await round.somebody('dataEntry'), await round.somebody('dataEntry')]
    await types(ans, round, form('8', { ...ANSWERS, t1: 4 }))
    await types(bep, round, form('8'))
    expect((await looks(ans, round, '8')).json()).toMatchObject({ state: 'differs', own: { answers: { t1: 4 } } })
    expect((await types(ans, round, form('8'))).json()).toEqual({ state: 'stored' })
  })

  it('are never one person', async () => {
    const round = await staffedWave(server, {})
    const ans = await round.somebody('dataEntry')
    for (const t1 of [1, 2, 1])
      expect((await types(ans, round, form('9', { ...ANSWERS, t1 }))).json()).toEqual({ state: 'waits' })
    expect([await entriesOf(round), await stored(round)]).toEqual([1, []])
  })

  it('are never three: who comes third is told so, and sees nothing', async () => {
    const round = await staffedWave(server, {})
    const [ans, bep, cor] = [
      await round.somebody('dataEntry'),
      await round.somebody('dataEntry'),
      await round.somebody('dataEntry'),
    ]
    await types(ans, round, form('10'))
    await types(bep, round, form('10', { ...ANSWERS, t1: 3 }))
    expect((await types(cor, round, form('10'))).code).toBe('paperFormTaken')
    expect((await looks(cor, round, '10')).code).toBe('paperFormTaken')
  })

  it('make one response, also when two are the second at the same moment', async () => {
    for (const mode of ['open', 'codeAnonymous', 'codeConfidential'] as const) {
      const round = await staffedWave(server, { mode, codes: 1 })
      const number = round.codes[0] ?? '11'
      const [ans, ...others] = await Promise.all([1, 2, 3, 4].map(() => round.somebody('dataEntry')))
      await types(ans as Somebody, round, form(number))
      const answers = await Promise.all(others.map((who) => types(who, round, form(number))))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      const refusals = answers.flatMap(({ code }) => (code === null ? [] : [code]))
      expect(new Set(refusals)).toEqual(new Set([mode === 'open' ? 'paperFormStored' : 'accessCodeRefused']))
      const { db } = server.context.database
      const waiting = await db
        .selectFrom('pending_responses')
        .select('id')
        .where('wave_id', '=', round.wave.id)
        .execute()
      expect([(await stored(round)).length + waiting.length, await entriesOf(round)]).toEqual([1, 0])
    }
  })
})

describe('somebody who types forms', () => {
  it('sees nothing of a study of others, and of colleagues only where they differ', async () => {
    const round = await staffedWave(server, {})
    const ans = await round.somebody('dataEntry')
    await types(ans, round, form('1'))
    const others = await organisationNamed(server.context.database.db, 'Een andere raad')
    const stranger = await somebodyWho(server, 'dataEntry', others.id)
    expect((await types(stranger, round, form('1'))).code).toBe('unknownStudy')
    expect((await looks(stranger, round, '1')).code).toBe('unknownStudy')
    expect((await stranger.asks(`/api/entry/${round.wave.studyId}`)).code).toBe('unknownStudy')
    const bep = await round.somebody('dataEntry')
    expect((await looks(bep, round, '1')).json()).toEqual({ state: 'new', own: null })
    expect((await bep.asks(`/api/entry/${round.wave.studyId}`)).json()['own']).toEqual([])
  })

  it('needs a second step, since forms show what people answered', async () => {
    const round = await staffedWave(server, {})
    const ans = await round.somebody('dataEntry')
    const { db } = server.context.database
    await db.updateTable('sessions').set({ second_factor: false }).where('user_id', '=', ans.id).execute()
    expect((await looks(ans, round, '1')).code).toBe('secondFactorNeeded')
  })

  it('says why nothing is answered: two ticks, or not to be read', async () => {
    const round = await staffedWave(server, {})
    const [ans, bep] = [await round.somebody('dataEntry'), await round.somebody('dataEntry')]
    const marks = { t1: 'multipleTicked', t2: 'unreadable' }
    const rest = { helped: 1, helper: [1, 2], story: ANSWERS.story }
    await types(ans, round, form('3', rest))
    const differs = (await types(bep, round, form('3', rest, { marks }))).json()
    expect(differs).toMatchObject({
      state: 'differs',
      differences: [
        {
          key: 't1',
          own: { words: [], marks: [{ label: '', mark: 'multipleTicked' }] },
          other: { words: [], marks: [] },
        },
        { key: 't2' },
      ],
    })
    await types(ans, round, form('3', rest, { marks }))
    const [response] = await stored(round)
    expect(response?.empties).toMatchObject({ t1: 'multipleTicked', t2: 'unreadable', t3: 'skipped' })
    expect((await types(ans, round, form('4', {}, { marks: { nergens: 'unreadable' } }))).code).toBe('unknownMark')
  })

  it('may take back what they typed, and nobody else may', async () => {
    const round = await staffedWave(server, {})
    const [ans, bep] = [await round.somebody('dataEntry'), await round.somebody('dataEntry')]
    await types(ans, round, form('5'))
    const { own } = (await ans.asks(`/api/entry/${round.wave.studyId}`)).json() as { own: { id: string }[] }
    const path = `${round.path}/forms/${own[0]?.id ?? ''}`
    await bep.asks(path, { method: 'DELETE' })
    expect(await entriesOf(round)).toBe(1)
    await ans.asks(path, { method: 'DELETE' })
    expect(await entriesOf(round)).toBe(0)
  })

  it('is told that a form with no number, a used code, or a round without paper takes nothing', async () => {
    const open = await staffedWave(server, {})
    const ans = await open.somebody('dataEntry')
    expect((await types(ans, open, form('  '))).code).toBe('paperFormUnnamed')
    const coded = await staffedWave(server, { mode: 'codeAnonymous', codes: 1 })
    const bep = await coded.somebody('dataEntry')
    expect((await types(bep, coded, form('AAA-AAA-AAAA'))).code).toBe('accessCodeRefused')
    const noPaper = await staffedWave(server, { channels: ['telephone'] })
    const cor = await noPaper.somebody('dataEntry')
    expect((await types(cor, noPaper, form('1'))).json()).toMatchObject({
      code: 'channelNotOffered',
      details: { channel: 'paper', offered: ['web', 'telephone'] },
    })
  })

  it('types once where the researcher says so', async () => {
    const round = await staffedWave(server, {})
    const [ans, researcher] = [await round.somebody('dataEntry'), await round.somebody('researcher')]
    await types(ans, round, form('1'))
    expect((await researcher.asks(`${round.path}/paper`, { method: 'PUT', json: { entry: 'single' } })).status).toBe(
      204,
    )
    expect((await types(ans, round, form('2'))).json()).toEqual({ state: 'stored' })
    expect((await stored(round)).length).toBe(1)
    expect(await entriesOf(round)).toBe(1)
  })

  it('cannot be an interviewer of it by that, nor a researcher read forms', async () => {
    const round = await staffedWave(server, {})
    const { db } = server.context.database
    const researcher = await round.somebody('researcher')
    expect((await looks(researcher, round, '1')).code).toBe('notAllowed')
    const organisation = await organisationNamed(db, 'Een derde raad')
    await addMembership(db, researcher.id, { organisationId: organisation.id, role: 'dataEntry', studyId: null })
    expect((await looks(researcher, round, '1')).code).toBe('notAllowed')
  })
})
