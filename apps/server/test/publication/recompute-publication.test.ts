import {
  listPublications,
  listStudies,
  saveRetentionTerms,
  withdrawResponse,
  type PublicationSummary,
} from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recomputePublication } from '../../src/publication/recompute-publication.ts'
import { carryOutRetention } from '../../src/retention/carry-out-retention.ts'
import { loadSample } from '../../src/study/load-sample.ts'
import { ask } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'

const WITHDRAWAL = 'a'.repeat(64)

let server: StartedServer
let publication: PublicationSummary

beforeAll(async () => {
  server = await startServer()
  await loadSample(server.context)
  const { db } = server.context.database
  const [study] = await listStudies(db)
  publication = (await listPublications(db, study?.id ?? ''))[0] as PublicationSummary
})
afterAll(() => server.end())

/** What comes of the figures, each outcome once. */
async function outcomes(): Promise<readonly string[]> {
  const figures = await recomputePublication(server.context, publication.id)
  expect(figures.length).toBeGreaterThan(10)
  return [...new Set(figures.map(({ outcome, why }) => (why === null ? outcome : `${outcome}: ${why}`)))]
}

/** One test after another: answers only become fewer. */
describe('what was published can be made again from what is stored', () => {
  it('and is the same in every figure while nothing changed', async () => {
    expect(await outcomes()).toEqual(['same'])
  })

  it('and says in what was published who is missing, by what methods, and by what recipe', async () => {
    const { account, missing, methods, recipes, tables, numbers } = (
      await ask(server, `/r/${publication.id}.json`)
    ).json()
    expect(account).toHaveProperty('fieldwork.periods')
    expect(missing).not.toEqual([])
    expect(methods).not.toEqual([])
    const made = [...(tables as readonly unknown[]), ...(numbers as readonly unknown[])]
    expect((recipes as readonly unknown[]).length).toBe(made.length)
  })

  it('and says that its input is gone after one person withdrew', async () => {
    const { db } = server.context.database
    const place = { studyId: publication.studyId, waveId: publication.waveId }
    const { id } = await db
      .selectFrom('responses')
      .select('id')
      .where('study_id', '=', place.studyId)
      .where('wave_id', '=', place.waveId)
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    await db
      .updateTable('responses')
      .set({ withdrawal_hash: WITHDRAWAL })
      .where('study_id', '=', place.studyId)
      .where('id', '=', id)
      .execute()
    expect(await withdrawResponse(db, place, WITHDRAWAL)).toBe(true)
    expect(await outcomes()).toEqual(['inputGone: fewerAnswers'])
  })

  it('and after the answers were deleted at the end of their term', async () => {
    const { db } = server.context.database
    await db.updateTable('waves').set({ state: 'closed', closed_on: '2026-01-31' }).execute()
    await saveRetentionTerms(db, publication.studyId, { contacts: 1, answers: 13, publications: null })
    const later = { ...server.context, clock: { now: () => new Date('2027-04-01T12:00:00Z') } }
    await carryOutRetention(later, { dryRun: false })
    expect(await outcomes()).toEqual(['inputGone: answersDeleted'])
  })
})
