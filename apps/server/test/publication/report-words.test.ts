import { readFile } from 'node:fs/promises'
import type { NumberDecision } from '@klankbord/model'
import { findReportWords, listPublications, listStudies, listWaves, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishWave } from '../../src/publication/publish-wave.ts'
import type { DecidedNumber } from '../../src/publication/report-words.ts'
import { loadSample } from '../../src/study/load-sample.ts'
import { openDesk, type Desk } from '../cli/study-on-disk.ts'
import { ask, type Answer, type Question } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer
let cookie: string
let study: string
let wave: Wave
let table: string

beforeAll(async () => {
  server = await startServer()
  cookie = await server.signIn()
  await loadSample(server.context)
  const { db } = server.context.database
  study = (await listStudies(db))[0]?.id ?? ''
  const [published] = await listPublications(db, study)
  const waves = await listWaves(db, study)
  const found = waves.find((one) => one.id === published?.waveId)
  if (!found) throw new Error('the sample has no published wave')
  wave = found
  table = String(
    (await ask(server, `/r/${published?.id ?? ''}.json`)).text.match(/"id":"([^"×]+)","kind":"single"/)?.[1],
  )
})
afterAll(() => server.end())

const texts = (question: Question = {}): Promise<Answer> =>
  ask(server, `/api/studies/${study}/publication-texts`, { ...question, headers: { cookie } })

const numbersIn = (answer: Answer): readonly DecidedNumber[] => answer.json()['numbers'] as readonly DecidedNumber[]

describe('a researcher writes the texts of a publication', () => {
  it('and cannot publish a number of which nobody said what it is', async () => {
    const introduction = { nl: 'In Buitengebied waren drie mensen boos.' }
    const saved = await texts({ method: 'PUT', json: { revision: 0, texts: { introduction } } })
    expect(saved.status).toBe(200)
    expect(numbersIn(saved)).toMatchObject([{ field: 'texts/introduction', language: 'nl', words: 'drie' }])
    await expect(publishWave(server.context, wave)).rejects.toMatchObject({
      code: 'textNumberOpen',
      details: { field: 'texts/introduction', words: 'drie', open: 1 },
    })
  })

  it('nor one that says something else than its figure', async () => {
    const [open] = numbersIn(await texts())
    const figure = { table, group: null, base: 'total' }
    const introduction = { nl: 'In Buitengebied waren drie mensen boos.' }
    await texts({
      method: 'PUT',
      json: { revision: 1, texts: { introduction }, numbers: [{ place: open?.place, figure }] },
    })
    await expect(publishWave(server.context, wave)).rejects.toMatchObject({ code: 'textNumberDiffers' })
  })

  it('and publishes what somebody confirmed, whose name stays with the study and goes nowhere else', async () => {
    const introduction = { nl: 'Sinds 2015 is er een wet.' }
    const first = await texts({ method: 'PUT', json: { revision: 2, texts: { introduction } } })
    const numbers = numbersIn(first).map(({ place }) => ({ place, figure: null }))
    const decided = await texts({ method: 'PUT', json: { revision: 3, texts: { introduction }, numbers } })
    const [number] = numbersIn(decided)
    expect(number).toMatchObject({ words: '2015', figure: null })
    const by = String(number?.by)
    expect(by).not.toBe('')
    const { publication } = await publishWave(server.context, wave)
    expect(publication.texts).toEqual({ introduction: { nl: ['Sinds 2015 is er een wet.'] } })
    const page = await ask(server, `/r/${publication.id}`)
    expect(page.text).toContain('Sinds 2015 is er een wet.')
    expect(JSON.stringify(publication.texts)).not.toContain(by)
  })

  it('and whoever decided first keeps standing for it, until the sentence changes', async () => {
    const { db } = server.context.database
    const before = (await findReportWords(db, study)).decisions
    const numbers = numbersIn(await texts())
    const same = { revision: 4, texts: { introduction: { nl: 'Sinds 2015 is er een wet.' } }, numbers }
    await texts({ method: 'PUT', json: same })
    expect((await findReportWords(db, study)).decisions).toEqual<readonly NumberDecision[]>(before)
    const other = { revision: 5, texts: { introduction: { nl: 'Sinds 2015 is er geen wet.' } }, numbers }
    const changed = await texts({ method: 'PUT', json: other })
    expect(numbersIn(changed)).toMatchObject([{ words: '2015' }])
    expect(numbersIn(changed)[0]).not.toHaveProperty('figure')
  })

  it('and is told where they are malformed or late', async () => {
    const late = await texts({ method: 'PUT', json: { revision: 0 } })
    expect([late.status, late.code]).toEqual([409, 'staleRevision'])
    for (const wrong of [{ texts: { remark: { nl: 'x' } } }, { advice: [{}] }, { numbers: [{ place: 'x' }] }]) {
      const refused = await texts({ method: 'PUT', json: { revision: 6, ...wrong } })
      expect([refused.status, refused.code]).toEqual([422, 'textsMalformed'])
    }
  })
})

describe('the command line', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.end())

  it('saves the texts of a file, says which numbers are open, and prints them with their numbers', async () => {
    const name = await desk.study()
    const said = { texts: { introduction: { nl: 'Er zijn 3 wetten.' } } }
    const file = await desk.file('texts.json', JSON.stringify(said))
    const nobody = await desk.command('publication', 'texts', name, file)
    expect([nobody.code, nobody.warned.join(' ')]).toEqual([1, expect.stringContaining('--by NAME')])
    const saved = await desk.command('publication', 'texts', name, file, '--by', 'Fatima')
    expect(saved.printed.join('\n')).toMatch(
      /^Saved as revision 1\. 1 number is open\.\nopen {2}[0-9a-f]{16} {2}texts\/introduction \(nl\) {2}“3” {2}in: Er zijn 3 wetten\.$/,
    )
    const printed = JSON.parse((await desk.command('publication', 'texts', name)).printed.join('\n')) as {
      numbers: DecidedNumber[]
    }
    const decided = { ...printed, numbers: printed.numbers.map((number) => ({ ...number, figure: null })) }
    const again = await desk.file('again.json', JSON.stringify(decided))
    expect((await desk.command('publication', 'texts', name, again, '--by', 'Fatima')).printed).toEqual([
      'Saved as revision 2. No number is open.',
    ])
    expect((await desk.command('publication', 'texts', name)).printed.join('')).toContain('"by": "Fatima"')
    expect(await readFile(file, 'utf8')).toBe(JSON.stringify(said))
  })
})

it('a researcher is shown which figures of the latest publication a number may be, and on which questions advice can be based', async () => {
  const introduction = { nl: 'Er deden 599 mensen mee, en 12345 schapen.' }
  const { revision } = (await texts()).json() as { readonly revision: number }
  const saved = await texts({ method: 'PUT', json: { revision, texts: { introduction } } })
  const [people, sheep] = numbersIn(saved)
  expect(people?.candidates?.[0]).toMatchObject({
    figure: { account: 'answered' },
    question: null,
    group: null,
    value: { count: 599 },
  })
  expect(people?.candidates?.length).toBeLessThanOrEqual(12)
  expect(sheep).not.toHaveProperty('candidates')
  const { questions } = saved.json() as { readonly questions: readonly { readonly table: string }[] }
  expect(questions.map((one) => one.table)).toContain(table)
  const again = await texts({ method: 'PUT', json: saved.json() })
  expect(again.status).toBe(200)
})
