import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findStudy, findWaveByAddress, savePlan } from '@klankbord/storage'
import { ask, type Answer, type Question } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer
let cookie: string

beforeAll(async () => {
  server = await startServer()
  cookie = await server.signIn()
})

beforeEach(async () => {
  expect((await ask(server, '/healthz')).status).toBe(200)
})

afterAll(() => server.end())

const NEW = {
  title: { nl: 'Wmo in ons dorp' },
  organisation: { name: 'Cliëntenraad Dorp', helpPhone: '0800 – 000 00 00' },
  instrument: 'wmo-client-experience',
}

function staff(path: string, question: Question = {}): Promise<Answer> {
  return ask(server, path, { ...question, headers: { cookie, ...question.headers } })
}

async function newStudy(): Promise<string> {
  const made = await staff('/api/studies', { json: NEW })
  expect(made.status).toBe(201)
  return `/api/studies/${String(made.json()['id'])}`
}

async function newWave(study: string): Promise<{ readonly path: string; readonly address: string }> {
  expect((await staff(`${study}/versions`, { json: {} })).status).toBe(201)
  const wave = await staff(`${study}/waves`, { json: { title: { nl: 'Ronde 1' } } })
  expect(wave.status).toBe(201)
  const { id, address } = wave.json()
  return { path: `${study}/waves/${String(id)}`, address: String(address) }
}

const pathsIn = (answer: Answer): readonly string[] =>
  (answer.json()['findings'] as readonly { path: string }[]).map(({ path }) => path)

describe('staff who set up a study', () => {
  it('begin from an instrument, freeze it, open a wave, and respondents can come', async () => {
    const study = await newStudy()
    const before = (await staff(study)).json()
    expect(before).toMatchObject({ title: NEW.title, version: null, waves: [], publications: [], changed: true })
    const { path, address } = await newWave(study)
    expect((await ask(server, `/v/${address}`)).text).toContain('Cliëntenraad Dorp')
    const after = (await staff(study)).json()
    expect(after).toMatchObject({
      version: 1,
      changed: false,
      findings: [{ code: 'languagesWait', severity: 'hint', details: { languages: ['ar', 'pl', 'ro', 'tr', 'uk'] } }],
      topics: { asked: 10, own: 0 },
      waves: [{ address, state: 'open', answers: 0 }],
    })
    const closed = await staff(path, { method: 'PATCH', json: { state: 'closed' } })
    expect(closed.json()).toMatchObject({ state: 'closed', url: `${server.origin}/v/${address}` })
    expect((await staff(path, { method: 'PATCH', json: { state: 'closed' } })).status).toBe(200)
    expect((await ask(server, `/v/${address}`)).status).toBe(410)
  })

  it('give people another number to call, which is on the pages of a round at once, and none', async () => {
    const study = await newStudy()
    const { address } = await newWave(study)
    const calls = (helpPhone: string | null): Promise<Answer> =>
      staff(`${study}/telephone`, { method: 'PUT', json: { helpPhone } })
    const pageOf = async (): Promise<string> => (await ask(server, `/v/${address}`)).text
    expect(await pageOf()).toContain('0800 – 000 00 00')
    expect((await calls('030 123 45 67')).status).toBe(204)
    expect(await pageOf()).toContain('030 123 45 67')
    expect((await calls('1')).status).toBe(422)
    expect((await calls(null)).status).toBe(204)
    expect(await pageOf()).not.toContain('030 123 45 67')
    expect((await staff(study)).json()).toMatchObject({ organisation: { name: 'Cliëntenraad Dorp' } })
  })

  it('make the rules stricter that keep people unrecognisable, and never less strict', async () => {
    const study = await newStudy()
    const raise = (rules: object): Promise<Answer> => staff(`${study}/policy`, { method: 'PUT', json: rules })
    expect((await staff(study)).json()).toMatchObject({ policy: { leastGroup: 10 } })
    expect((await raise({ leastGroup: 15 })).json()).toMatchObject({ policy: { leastGroup: 15, sensitiveCell: 4 } })
    expect((await staff(study)).json()).toMatchObject({ policy: { leastGroup: 15 } })
    expect(await raise({ leastGroup: 14 })).toMatchObject({ status: 409, code: 'policyLowered' })
    expect(await raise({ leastGroup: 200 })).toMatchObject({ status: 422, code: 'policyNotUsable' })
    for (const wrong of [{}, { leastGroup: '15' }, { leastgroup: 15 }]) expect((await raise(wrong)).status).toBe(422)
  })

  it('freeze the same questionnaire once, however often they ask', async () => {
    const study = await newStudy()
    const [first, second] = [
      await staff(`${study}/versions`, { json: {} }),
      await staff(`${study}/versions`, { json: {} }),
    ]
    expect(second.json()).toEqual(first.json())
  })

  it('need a version before a wave, and enough answers before results', async () => {
    const study = await newStudy()
    const early = await staff(`${study}/waves`, { json: { title: { nl: 'Ronde 1' } } })
    expect(early).toMatchObject({ status: 409, code: 'noVersionYet' })
    const { path } = await newWave(study)
    const empty = await staff(`${path}/publications`, { json: {} })
    expect(empty).toMatchObject({ status: 409, code: 'tooFewResponses' })
  })

  it('choose how people get in when they open a wave, and nothing that protects nobody', async () => {
    const study = await newStudy()
    await newWave(study)
    const wave = { title: { nl: 'Met code' }, mode: 'codeAnonymous', portion: 30, graceDays: 7 }
    const opened = await staff(`${study}/waves`, { json: wave })
    expect([opened.status, opened.json()['mode']]).toEqual([201, 'codeAnonymous'])
    const found = await findWaveByAddress(server.context.database.db, String(opened.json()['address']))
    expect(found?.wave).toMatchObject({ mode: 'codeAnonymous', portion: 30, graceDays: 7 })
    for (const [field, wrong] of [
      ['mode', 'secret'],
      ['portion', 9],
      ['graceDays', -1],
    ] as const) {
      const refused = await staff(`${study}/waves`, { json: { ...wave, [field]: wrong } })
      expect([refused.code, pathsIn(refused)]).toEqual(['bodyRefused', [`/${field}`]])
    }
  })

  it('hear what is wrong with the plan of the report', async () => {
    const study = await newStudy()
    const { path, address } = await newWave(study)
    const { db } = server.context.database
    const stored = await findStudy(db, study.split('/').at(-1) ?? '')
    await savePlan(db, stored?.id ?? '', { ...(stored?.plan ?? never()), questions: ['t1', 't1'] })
    for (let count = 0; count < 12; count += 1) {
      const json = { answers: { takes_part: true, t1: 1 }, language: 'nl' }
      await ask(server, `/api/waves/${address}/responses/${randomUUID()}`, { method: 'PUT', json })
    }
    const refused = await staff(`${path}/publications`, { json: {} })
    expect(refused).toMatchObject({ status: 422, code: 'duplicateInPlan' })
  })
})

describe('staff who add a question on the provider to a ready questionnaire', () => {
  /** Saves the definition with this question at the end, and a plan that splits the topics by it. */
  async function splitByProvider(study: string): Promise<void> {
    const { text, revision } = (await staff(study)).json()['definition'] as { text: string; revision: number }
    const definition = JSON.parse(text) as { pages: readonly unknown[] }
    const question = {
      type: 'radiogroup',
      name: 'who_helps',
      title: 'Wie helpt u?',
      theme: 'provider',
      choices: [1, 2],
    }
    const pages = [...definition.pages, { name: 'provider', title: 'Hulp', elements: [question] }]
    const json = { text: JSON.stringify({ ...definition, pages }), revision }
    expect((await staff(`${study}/definition`, { method: 'PUT', json })).status).toBe(200)
    const { db } = server.context.database
    const stored = (await findStudy(db, study.split('/').at(-1) ?? '')) ?? never()
    await savePlan(db, stored.id, { ...stored.plan, breakdowns: [{ variable: 'who_helps' }] })
  }

  it('cannot publish the topics by provider, and read why in both languages', async () => {
    const study = await newStudy()
    await splitByProvider(study)
    const { path } = await newWave(study)
    const refused = await staff(`${path}/publications`, { json: {} })
    expect(refused).toMatchObject({ status: 422, code: 'purposeLimitBroken' })
    const { details } = refused.json()
    expect(details).toMatchObject({ breakdown: 'who_helps', never: 'rankProviders', instrument: NEW.instrument })
    const { nl, en } = (details as { reason: Record<string, string> }).reason
    expect([nl, en].every((reason) => (reason ?? '').length > 20)).toBe(true)
  })
})

describe('staff who look for a questionnaire', () => {
  it('read of each what it measures, how long it is and what it must not be used for', async () => {
    const instruments = (await staff('/api/instruments')).json()['instruments'] as readonly Record<string, unknown>[]
    expect(instruments).toHaveLength(11)
    expect(instruments.find(({ id }) => id === 'youth-and-parents')).toMatchObject({
      group: 'clients',
      languages: ['nl', 'en'],
      rights: 'own',
      limits: [{ never: 'perInstitution' }, { never: 'purchasing' }],
    })
  })

  it('find words to ask for consent in, in every language that there is', async () => {
    const consents = (await staff('/api/instruments')).json()['consents'] as Record<string, { title: object }>
    expect(Object.keys(consents)).toEqual(['participation', 'quote', 'recording'])
    for (const { title } of Object.values(consents))
      expect(Object.keys(title).toSorted()).toEqual(['ar', 'en', 'nl', 'pl', 'ro', 'tr', 'uk'])
  })
})

describe('staff who change the questionnaire', () => {
  it('keep any text, also while it does not compile, and see why it does not', async () => {
    const study = await newStudy()
    const half = await staff(`${study}/definition`, { method: 'PUT', json: { text: '{"pages": [', revision: 1 } })
    expect(half.json()).toMatchObject({ revision: 2, findings: [{ code: 'definitionNotJson' }], screens: [] })
    const version = await staff(`${study}/versions`, { json: {} })
    expect(version).toMatchObject({ status: 422, code: 'definitionRefused' })
    expect(version.json()['findings']).toHaveLength(1)
    expect((await staff(study)).json()).toMatchObject({ definition: { text: '{"pages": [', revision: 2 } })
  })

  it('read indications on its language, which stop nothing', async () => {
    const study = await newStudy()
    const title = 'Wat vindt u van uw maatwerkvoorziening?'
    const pages = [{ name: 'one', elements: [{ type: 'comment', name: 'help', title }] }]
    const text = JSON.stringify({ title: 'Vragen', locale: 'nl', pages })
    const saved = await staff(`${study}/definition`, { method: 'PUT', json: { text, revision: 1 } })
    expect(saved.json()).toMatchObject({
      advice: [{ rule: 'jargon', path: '/pages/0/elements/0/title', title: { nl: 'Vakwoord', en: 'Jargon' } }],
    })
    expect((await staff(`${study}/versions`, { json: {} })).status).toBe(201)
  })

  it('do not overwrite each other', async () => {
    const study = await newStudy()
    const save = (text: string): Promise<Answer> =>
      staff(`${study}/definition`, { method: 'PUT', json: { text, revision: 1 } })
    const answers = await Promise.all([save('{}'), save('[]'), save('1')])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(2)
    expect(answers.find(({ status }) => status === 409)?.code).toBe('staleRevision')
  })

  it('can send a text that is nested without end, and the server lives on', async () => {
    const study = await newStudy()
    const text = '['.repeat(199_000)
    const deep = await staff(`${study}/definition`, { method: 'PUT', json: { text, revision: 1 } })
    expect(deep.status).toBe(200)
    const longer = async (times: number): Promise<number> => {
      const json = { text: text.repeat(times), revision: 2 }
      return (await staff(`${study}/definition`, { method: 'PUT', json })).status
    }
    expect([await longer(2), await longer(6)]).toEqual([422, 413])
  })
})

describe('a body that no route takes', () => {
  it.each([
    ['POST', '/api/studies', { ...NEW, extra: 1 }, ['/extra']],
    ['POST', '/api/studies', { instrument: 'wmo-client-experience' }, ['/title', '/organisation']],
    [
      'POST',
      '/api/studies',
      { ...NEW, organisation: { name: ' ', motto: 'x' } },
      ['/organisation/name', '/organisation/motto'],
    ],
    ['POST', '/api/studies', { ...NEW, title: {} }, ['/title']],
    ['POST', '/api/studies', { ...NEW, title: { nl: ' ' } }, ['/title/nl']],
    ['POST', '/api/studies', { ...NEW, title: { nl: 'a'.repeat(201) } }, ['/title/nl']],
    ['POST', '/api/studies', { ...NEW, title: { nl: 'a\u0000b' } }, ['/title/nl']],
    ['POST', '/api/studies', { ...NEW, title: { 'geen taal': 'x' } }, ['/title/(not a name)']],
    ['POST', '/api/studies', { ...NEW, title: 'Wmo', instrument: 5 }, ['/title', '/instrument']],
    ['POST', '/api/session', { token: 5 }, ['/token']],
    ['POST', '/api/session', { token: '\ud800' }, ['/token']],
    ['POST', '/api/session', {}, ['/token']],
    ['PUT', ':study/definition', { text: 'a\u0000', revision: 1 }, ['/text']],
    ['PUT', ':study/definition', { text: '{}', revision: 1.5 }, ['/revision']],
    ['POST', ':study/versions', { force: true }, ['/force']],
    ['POST', ':study/waves', { title: { nl: 'Ronde' }, address: 'mijn' }, ['/address']],
    ['PATCH', ':study/waves/x', { state: 'open' }, ['/state']],
  ])('is refused with the name of the field: %s %s %j', async (method, path, json, paths) => {
    const study = path.startsWith(':study') ? await newStudy() : ''
    const answer = await staff(path.replace(':study', study), { method, json })
    expect(answer).toMatchObject({ status: 422, code: 'bodyRefused' })
    expect(pathsIn(answer).toSorted()).toEqual(paths.toSorted())
  })

  it('is not repeated, and what is said of it stays short', async () => {
    const secrets = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`mijn geheim ${n}`, n]))
    const answer = await staff('/api/studies', { json: { ...NEW, ...secrets } })
    expect(answer.status).toBe(422)
    expect(answer.text).not.toContain('geheim')
    expect(answer.text.length).toBeLessThan(30_000)
  })

  it.each(['title', 'instrument', 'extra'])('is refused when it is nested without end, in %s', async (field) => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const body = JSON.stringify({ ...NEW, [field]: 0 }).replace(`"${field}":0`, `"${field}":${deep}`)
    const response = await fetch(`${server.origin}/api/studies`, {
      method: 'POST',
      body,
      headers: { cookie, 'content-type': 'application/json' },
    })
    expect(response.status).toBe(422)
    await response.text()
  })

  it.each([
    ['text/plain', '{}', 415, 'wrongContentType'],
    ['application/x-www-form-urlencoded', 'title=x', 415, 'wrongContentType'],
    ['application/json; charset=iso-8859-1', '{}', 415, 'wrongContentType'],
    ['application/json', '{"title":', 400, 'malformedBody'],
    ['application/json', Buffer.from('{"title":{"nl":"caf\u00e9"},"instrument":"x"}', 'latin1'), 400, 'malformedBody'],
    ['application/json', `"${'a'.repeat(300_000)}"`, 413, 'bodyTooLarge'],
  ])('is refused as %s', async (type, body, status, code) => {
    const headers = { cookie, 'content-type': type }
    const response = await fetch(`${server.origin}/api/studies`, { method: 'POST', body, headers })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ code })
  })
})

describe('a study or a wave that is not there', () => {
  const UNKNOWN = ['niets', randomUUID(), '%00', `${randomUUID()}'--`, 'a'.repeat(2000)]

  it.each(UNKNOWN)('is not found: %s', async (id) => {
    const path = `/api/studies/${id}`
    const answers = [
      await staff(path),
      await staff(`${path}/definition`, { method: 'PUT', json: { text: '{}', revision: 1 } }),
      await staff(`${path}/versions`, { json: {} }),
      await staff(`${path}/waves`, { json: { title: { nl: 'Ronde' } } }),
      await staff(`${path}/waves/${id}`, { method: 'PATCH', json: { state: 'closed' } }),
      await staff(`${path}/waves/${id}/publications`, { json: {} }),
      await staff(`/studio/preview/${id}`),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404])
  })

  it('is not found in another study either', async () => {
    const { path } = await newWave(await newStudy())
    const other = await newStudy()
    const elsewhere = `${other}/waves/${path.split('/').at(-1)}`
    expect((await staff(elsewhere, { method: 'PATCH', json: { state: 'closed' } })).status).toBe(404)
    expect((await staff(`${elsewhere}/publications`, { json: {} })).status).toBe(404)
  })

  it('leaves an instrument that is not there unmade', async () => {
    const count = async (): Promise<number> => ((await staff('/api/studies')).json()['studies'] as unknown[]).length
    const before = await count()
    const answer = await staff('/api/studies', { json: { ...NEW, instrument: 'niets' } })
    expect(answer).toMatchObject({ status: 422, code: 'unknownInstrument' })
    expect(await count()).toBe(before)
  })
})

function never(): never {
  throw new Error('the study is not there')
}
