import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, type Answer, type Question } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer
let cookie: string

beforeAll(async () => {
  server = await startServer()
  cookie = await server.signIn()
})

afterAll(() => server.end())

function staff(path: string, question: Question = {}): Promise<Answer> {
  return ask(server, path, { ...question, headers: { cookie, ...question.headers } })
}

async function newStudy(organisation: string, instrument = 'wmo-client-experience'): Promise<string> {
  const json = { title: { nl: `Wmo van ${organisation}` }, organisation: { name: organisation }, instrument }
  return `/api/studies/${String((await staff('/api/studies', { json })).json()['id'])}`
}

/** Freezes what there is and opens a wave with it. */
async function newWave(study: string, title: string): Promise<void> {
  expect((await staff(`${study}/versions`, { json: {} })).status).toBe(201)
  expect((await staff(`${study}/waves`, { json: { title: { nl: title } } })).status).toBe(201)
}

interface Topic {
  readonly topic: string
  readonly own: boolean
  readonly now: {
    readonly title: Record<string, string>
    readonly answers: readonly { text: Record<string, string> }[]
  }
  readonly comparisons: readonly { readonly wave: Record<string, string>; readonly own: boolean; differs: string[] }[]
}

const topicsIn = (answer: Answer): readonly Topic[] => answer.json()['topics'] as readonly Topic[]

async function wordingOf(study: string): Promise<{ readonly revision: number; readonly topics: readonly Topic[] }> {
  const answer = await staff(`${study}/wording`)
  return { revision: Number(answer.json()['revision']), topics: topicsIn(answer) }
}

async function reword(study: string, words: unknown): Promise<Answer> {
  const { revision } = await wordingOf(study)
  return staff(`${study}/wording`, { method: 'PUT', json: { revision, words } })
}

const EARLIER = {
  title: { nl: 'De ondersteuning is in orde.', en: 'The support is in order.' },
  answers: { 1: { nl: 'Volledig eens' } },
}

describe('a municipality that asked other words before', () => {
  it('enters them for one topic, and people read them with the same codes', async () => {
    const study = await newStudy('Gemeente Een')
    const saved = await reword(study, { T6: EARLIER })
    expect(saved.status).toBe(200)
    const t6 = topicsIn(saved).find(({ topic }) => topic === 'T6')
    expect([t6?.own, t6?.now.title['nl'], t6?.now.answers[0]?.text]).toEqual([
      true,
      'De ondersteuning is in orde.',
      { nl: 'Volledig eens' },
    ])
    const { definition, findings } = (await staff(study)).json() as {
      definition: { text: string }
      findings: { severity: string }[]
    }
    expect(findings.filter(({ severity }) => severity === 'block')).toEqual([])
    expect(definition.text).not.toContain('wmo-client-experience.t6.v1')
    expect(definition.text).toContain('wmo-client-experience.t7.v1')
    await newWave(study, 'Ronde')
  })

  it('leaves the rest of the definition to the letter as somebody typed it', async () => {
    const study = await newStudy('Gemeente Twee')
    const before = (await staff(study)).json()['definition'] as { text: string; revision: number }
    const text = before.text.replace('"name": "t1",', '"name":   "t1",')
    await staff(`${study}/definition`, { method: 'PUT', json: { text, revision: before.revision } })
    await reword(study, { T6: EARLIER })
    const after = ((await staff(study)).json()['definition'] as { text: string }).text
    expect(after).toContain('"name":   "t1",')
    expect(after.slice(0, after.indexOf('"t6"') - 60)).toBe(text.slice(0, text.indexOf('"t6"') - 60))
  })

  it('that changes its words gets our label again at an answer that it leaves empty', async () => {
    const study = await newStudy('Gemeente Acht')
    const label = (await wordingOf(study)).topics[5]?.now.answers[0]?.text
    await reword(study, { T6: EARLIER })
    const saved = await reword(study, { T6: { title: EARLIER.title } })
    const t6 = topicsIn(saved).find(({ topic }) => topic === 'T6')
    expect([t6?.own, t6?.now.answers[0]?.text]).toEqual([true, label])
  })

  it('takes our words back, and has its benchmark again', async () => {
    const study = await newStudy('Gemeente Drie')
    const ours = ((await staff(study)).json()['definition'] as { text: string }).text
    await reword(study, { T6: EARLIER, T1: EARLIER })
    const back = await reword(study, { T6: null, T1: null })
    expect(topicsIn(back).filter(({ own }) => own)).toEqual([])
    const text = ((await staff(study)).json()['definition'] as { text: string }).text
    expect(JSON.parse(text)).toEqual(JSON.parse(ours))
  })

  it('that types our own words keeps the benchmark of ours', async () => {
    const study = await newStudy('Gemeente Vier')
    const { topics } = await wordingOf(study)
    const title = topics.find(({ topic }) => topic === 'T1')?.now.title
    const prompt = { nl: 'Bent u het eens met deze zin?' }
    const saved = await reword(study, { T1: { title: { nl: title?.['nl'] }, prompt } })
    expect(topicsIn(saved).filter(({ own }) => own)).toEqual([])
    const text = ((await staff(study)).json()['definition'] as { text: string }).text
    expect(text).toContain('wmo-client-experience.t1.v1')
  })

  it('is told when somebody else changed the questionnaire in between', async () => {
    const study = await newStudy('Gemeente Vijf')
    const { revision } = await wordingOf(study)
    await reword(study, { T6: EARLIER })
    const late = await staff(`${study}/wording`, { method: 'PUT', json: { revision, words: { T1: EARLIER } } })
    expect(late).toMatchObject({ status: 409, code: 'staleRevision' })
    expect((await wordingOf(study)).topics.find(({ topic }) => topic === 'T1')?.own).toBe(false)
  })

  it.each([
    ['a topic that is not there', { T11: EARLIER }, 'unknownTopic'],
    ['an answer that is not there', { T6: { ...EARLIER, answers: { 9: { nl: 'Anders' } } } }, 'bodyRefused'],
    ['words without the language of the questionnaire', { T6: { title: { en: 'The support.' } } }, 'bodyRefused'],
    ['a key that nobody knows', { T6: { ...EARLIER, benchmarkKey: 'x' } }, 'bodyRefused'],
    ['no words at all', { T6: { title: { nl: ' ' } } }, 'bodyRefused'],
  ])('is refused %s, and nothing is kept', async (_, words, code) => {
    const study = await newStudy('Gemeente Zes')
    const { revision } = await wordingOf(study)
    expect(await reword(study, words)).toMatchObject({ status: 422, code })
    expect((await wordingOf(study)).revision).toBe(revision)
  })

  it('first mends a definition that does not compile', async () => {
    const study = await newStudy('Gemeente Zeven')
    await staff(`${study}/definition`, { method: 'PUT', json: { text: '{"pages": [', revision: 1 } })
    expect(await staff(`${study}/wording`)).toMatchObject({ status: 422, code: 'definitionRefused' })
  })

  it('has no topics in a questionnaire that was made from something else', async () => {
    expect((await wordingOf(await newStudy('Raad', 'relatives'))).topics).toEqual([])
  })
})

describe('somebody who wants to compare', () => {
  const at = (topics: readonly Topic[], topic: string): readonly (readonly [string, readonly string[]])[] =>
    (topics.find((one) => one.topic === topic)?.comparisons ?? []).map(({ wave, differs }) => [
      wave['nl'] ?? '',
      differs,
    ])

  it('may set own words beside own waves with the same words, and beside no other town, whatever it asked', async () => {
    const [here, there] = [await newStudy('Dorp A'), await newStudy('Dorp B')]
    for (const study of [here, there]) await reword(study, { T6: EARLIER })
    await newWave(here, 'A 2025')
    await newWave(there, 'B 2025')
    const { topics } = await wordingOf(here)
    const [own, ...others] = at(topics, 'T6')
    expect(own).toEqual(['A 2025', []])
    expect(others).toContainEqual(['B 2025', ['owner']])
    expect(at(topics, 'T7')).toContainEqual(['B 2025', []])
  })

  it('may not set our words beside own words of last year', async () => {
    const study = await newStudy('Dorp C')
    await reword(study, { T6: EARLIER })
    await newWave(study, 'C 2025')
    await reword(study, { T6: null })
    expect(at((await wordingOf(study)).topics, 'T6')[0]).toEqual(['C 2025', ['wording']])
  })
})

describe('somebody who wants to know whom a questionnaire singles out', () => {
  const sentences = (answer: Answer, of: 'definition' | 'version'): readonly string[] =>
    ((answer.json()[of] as { sentences: Record<string, string>[] } | null)?.sentences ?? []).map(
      (one) => one['nl'] ?? '',
    )

  it('says how many people get it, reads what that means, and finds the number again', async () => {
    const study = await newStudy('Gehucht')
    expect((await staff(`${study}/people`)).json()).toEqual({ people: null, definition: null, version: null })
    const told = await staff(`${study}/people`, { method: 'PUT', json: { people: 14 } })
    expect(sentences(told, 'definition')[0]).toMatch(/^In een groep van 14 mensen /)
    expect(sentences(told, 'definition').at(-1)).toMatch(/Met 14 mensen is alleen het totaal te zien/)
    expect(told.json()).toMatchObject({ version: null, definition: { calm: false } })
    expect((await staff(`${study}/people`)).json()).toEqual(told.json())
  })

  it('reads of the version that a wave asks as well as of what is being written', async () => {
    const study = await newStudy('Buurt')
    await staff(`${study}/people`, { method: 'PUT', json: { people: 40 } })
    await newWave(study, 'Ronde')
    const { text, revision } = (await staff(study)).json()['definition'] as { text: string; revision: number }
    const definition = JSON.parse(text) as { pages: readonly { name: string }[] }
    const pages = definition.pages.filter(({ name }) => name !== 'about_you')
    const json = { text: JSON.stringify({ ...definition, pages }), revision }
    expect((await staff(`${study}/definition`, { method: 'PUT', json })).status).toBe(200)
    const told = await staff(`${study}/people`)
    expect(sentences(told, 'version')[0]).toMatch(/^In een groep van 40 mensen zijn ongeveer \d+ mensen uniek/)
    expect(sentences(told, 'definition')[0]).toMatch(/^Er zijn geen achtergrondvragen/)
  })

  it.each([-1, 1.5, '40', 1e12])('is refused %j people', async (people) => {
    const study = await newStudy('Wijk')
    expect(await staff(`${study}/people`, { method: 'PUT', json: { people } })).toMatchObject({ status: 422 })
  })
})
