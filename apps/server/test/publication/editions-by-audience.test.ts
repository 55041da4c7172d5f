import type { ReportPlan } from '@klankbord/model'
import { reopen } from '@klankbord/disclosure'
import {
  findReportWords,
  findStudy,
  listPublications,
  listStudies,
  saveReportWords,
  type Wave,
} from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishWave } from '../../src/publication/publish-wave.ts'
import { waveOf } from '../../src/study/find-study.ts'
import { loadSample } from '../../src/study/load-sample.ts'
import { ask } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer
let wave: Wave
let plan: ReportPlan
let id: string

beforeAll(async () => {
  server = await startServer()
  await loadSample(server.context)
  const { db } = server.context.database
  const study = (await listStudies(db))[0]?.id ?? ''
  const [first] = await listPublications(db, study)
  wave = await waveOf(server.context, study, first?.waveId ?? '')
  plan = (await findStudy(db, study))?.plan ?? { questions: [], breakdowns: [] }
  await db.deleteFrom('publications').execute()
  const authored = {
    audiences: [{ audience: 'clients', headline: { nl: 'Dit vond u ervan', en: 'What you said' } }],
  } as const
  await saveReportWords(db, study, { authored, decisions: [], revision: 0 })
  const audiences = [
    { audience: 'clients', questions: plan.questions.slice(0, 2), breakdowns: [] },
    { audience: 'municipality' },
  ] as const
  id = (await publishWave(server.context, wave, { plan: { ...plan, audiences } })).publication.id
})
afterAll(() => server.end())

describe('an edition for clients', () => {
  it('has its own heading and its own choice of the same figures, in both languages', async () => {
    const page = await ask(server, `/r/${id}?for=clients`)
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'public, max-age=300'])
    expect(page.text).toContain('<h1>Dit vond u ervan</h1>')
    expect(page.text).not.toContain('id="differences-')
    expect((await ask(server, `/r/${id}?for=clients&lang=en`)).text).toContain('<h1>What you said</h1>')
    const [whole, clients] = await Promise.all(
      ['', '?for=clients'].map(async (rest) => reopen(JSON.parse((await ask(server, `/r/${id}.json${rest}`)).text))),
    )
    expect(clients?.selection).toEqual({ audience: 'clients', of: whole?.hash })
    expect(clients?.tables.map(({ subject }) => subject.name)).toEqual(plan.questions.slice(0, 2))
    for (const table of clients?.tables ?? []) expect(whole?.tables).toContainEqual(table)
    expect(clients?.missing?.length).toBeGreaterThan(0)
    expect(clients?.missing).toEqual(whole?.missing)
  })

  it('has its figures as CSV under a name of its own', async () => {
    const [whole, clients] = await Promise.all(['', '?for=clients'].map((rest) => ask(server, `/r/${id}.csv${rest}`)))
    expect(clients?.headers.get('content-disposition')).toContain(`${id}-clients.csv`)
    const lines = new Set(whole?.text.split('\r\n'))
    const figures = clients?.text.split('\r\n').filter((line) => !line.includes(',text,')) ?? []
    expect(figures.length).toBeGreaterThan(5)
    expect(figures.filter((line) => !lines.has(line))).toEqual([])
  })

  it('leads to the others and back, in the language of the page, and downloads what it shows', async () => {
    const { text } = await ask(server, `/r/${id}?for=clients&lang=en`)
    for (const address of [
      `/r/${id}?lang=en`,
      `/r/${id}?for=municipality&amp;lang=en`,
      `/r/${id}?for=clients&amp;lang=nl`,
      `/r/${id}.json?for=clients`,
      `/r/${id}.csv?for=clients&amp;lang=en`,
    ])
      expect(text).toContain(`href="${address}"`)
  })

  it('is not there for an audience that has none, as an address that never was', async () => {
    for (const rest of ['', '.json', '.csv'])
      for (const wanted of ['institutions', 'press', '']) {
        const [answer, nothing] = [
          await ask(server, `/r/${id}${rest}?for=${wanted}`),
          await ask(server, `/r/nergens${rest}?for=${wanted}`),
        ]
        expect([rest, wanted, answer.status]).toEqual([rest, wanted, 404])
        expect(answer.code).toBe(nothing.code)
      }
  })
})

it('words for an audience that the plan does not have stop publishing', async () => {
  const { authored } = await findReportWords(server.context.database.db, wave.studyId)
  expect(authored.audiences).toHaveLength(1)
  await expect(publishWave(server.context, wave, { plan })).rejects.toMatchObject({
    code: 'textTargetUnknown',
    details: { name: 'clients' },
  })
})
