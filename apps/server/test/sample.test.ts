import type { StudySummary } from '@klankbord/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listStudies } from '@klankbord/storage'
import { loadSample } from '../src/study/load-sample.ts'
import { studySummary } from '../src/study/study-summary.ts'
import { startServer, type StartedServer } from './started-server.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
  await loadSample(server.context)
})

afterAll(() => server.end())

async function sampleSummary(): Promise<StudySummary> {
  const [study] = await listStudies(server.context.database.db)
  if (!study) throw new Error('no study was loaded')
  return studySummary(server.context, study)
}

describe('the sample study', () => {
  it('has a closed wave with its results, and an open one to try', async () => {
    const { sample, waves, publications } = await sampleSummary()
    expect(sample).toBe(true)
    expect(waves.map(({ state, answers, invited }) => ({ state, answers, invited }))).toEqual(
      expect.arrayContaining([
        { state: 'closed', answers: 599, invited: 1400 },
        { state: 'open', answers: 40, invited: null },
      ]),
    )
    expect(publications).toHaveLength(1)
  })

  it('is loaded once, however often the server starts', async () => {
    const before = await sampleSummary()
    await loadSample(server.context)
    expect(await sampleSummary()).toEqual(before)
  })

  it('is finished at the next start when the first was cut off halfway', async () => {
    const { db } = server.context.database
    const before = await sampleSummary()
    await db.deleteFrom('publications').execute()
    await db.deleteFrom('publication_addresses').execute()
    await db.deleteFrom('responses').where('week', '>', '2026-W10').execute()
    expect((await sampleSummary()).waves).not.toEqual(before.waves)
    await loadSample(server.context)
    const after = await sampleSummary()
    expect(after.waves).toEqual(before.waves)
    expect(after.publications).toHaveLength(1)
  })

  it('shows its results on a page, as JSON and as CSV, marked as made up', async () => {
    const { publications } = await sampleSummary()
    const address = `${server.origin}/r/${publications[0]?.id}`
    const page = await fetch(address)
    expect(page.status).toBe(200)
    const html = await page.text()
    expect(html).toContain('599')
    expect(html).toContain('Voorbeeld')
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe-inline')
    const data = await fetch(`${address}.json`)
    expect((await data.json()) as unknown).toMatchObject({ format: 'klankbord-publication/1', edition: 1 })
    const csv = await fetch(`${address}.csv`)
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect((await csv.text()).split('\n').length).toBeGreaterThan(50)
  })
})
