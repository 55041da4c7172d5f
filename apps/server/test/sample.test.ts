import type { StudySummary } from '@klankbord/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listStudies, listWaves } from '@klankbord/storage'
import { studyAccount } from '../src/fieldwork/study-account.ts'
import { loadSample } from '../src/study/load-sample.ts'
import { studySummary } from '../src/study/study-summary.ts'
import { startServer, type StartedServer } from './started-server.ts'

/** A code before anything came in with it: both are stored in one statement. */
const UNUSED = { state: 'unused', response_id: null } as const

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

  it('has a wave for which people were invited by name, whose account balances', async () => {
    const [study] = await listStudies(server.context.database.db)
    const wave = (await listWaves(server.context.database.db, study?.id ?? '')).find(
      ({ address }) => address === 'zomer-2026',
    )
    if (wave === undefined) throw new Error('no wave of summer')
    const account = await studyAccount(server.context, wave)
    if (account.mode !== 'codeConfidential') throw new Error('another mode')
    const { invited, undeliverable, notInGroup, refused, used, open, answered, withdrawn } = account.total
    expect({ invited, undeliverable, notInGroup, refused, open, answered, withdrawn }).toEqual({
      invited: 240,
      undeliverable: 9,
      notInGroup: 6,
      refused: 17,
      open: 112,
      answered: 94,
      withdrawn: 2,
    })
    expect(invited).toBe(undeliverable + notInGroup + refused + used + open)
    expect(used).toBe(answered + withdrawn)
    expect(account.strata).toHaveLength(5)
    expect(wave.state).toBe('closed')
  })

  it('invites again what was cut off halfway, and nobody twice', async () => {
    const { db } = server.context.database
    const [study] = await listStudies(db)
    const before = await sampleSummary()
    await db.updateTable('waves').set({ state: 'open', closed_on: null }).where('address', '=', 'zomer-2026').execute()
    await db.deleteFrom('contact.fieldwork_events').where('kind', '=', 'refused').execute()
    const lost = await db.deleteFrom('responses').where('channel', '=', 'paper').returning('id').execute()
    expect(lost.length).toBeGreaterThan(10)
    const ids = lost.map(({ id }) => id)
    await db.updateTable('access_codes').set(UNUSED).where('response_id', 'in', ids).execute()
    await loadSample(server.context)
    const after = await sampleSummary()
    expect({ ...after, id: study?.id }).toEqual(before)
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
    await db.deleteFrom('responses').where('week', '>', '2026-W10').where('channel', '=', 'import').execute()
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
