import { sql } from 'kysely'
import { isProblem } from '@klankbord/model'
import {
  addContacts,
  closeWave,
  countContacts,
  countResponses,
  deletionProof,
  findRetentionTerms,
  holdStudy,
  listPublications,
  listStudies,
  listWaves,
  openDatabase,
  releaseStudy,
  saveRetentionTerms,
  type Study,
  type Wave,
} from '@klankbord/storage'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contactStore } from '../../src/contacts/contact-store.ts'
import type { ServerContext } from '../../src/context.ts'
import { publishWave } from '../../src/publication/publish-wave.ts'
import { carryOutRetention } from '../../src/retention/carry-out-retention.ts'
import { loadSample } from '../../src/study/load-sample.ts'
import { ask } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'

let server: StartedServer
let study: Study

const SOMEBODY = {
  name: 'Zwaantje Findmij',
  address: [],
  email: 'zwaantje@voorbeeldstad.example',
  phone: null,
  language: null,
  reachBy: null,
  consent: null,
}

/** Somebody, and those who are invited by name in the sample study. */
const EVERYBODY = 241

/** The sample study, closed on 31 January 2026, with a contact; contacts 1 month, answers 13, publications 25. */
beforeEach(async () => {
  server = await startServer()
  await loadSample(server.context)
  const { db } = server.context.database
  study = (await listStudies(db))[0] as Study
  await db.updateTable('waves').set({ state: 'closed', closed_on: '2026-01-31' }).execute()
  await addContacts(contactStore(server.context), { studyId: study.id, purpose: 'again' }, [SOMEBODY])
  await db.updateTable('publications').set({ published_on: '2026-02-28' }).execute()
  await saveRetentionTerms(db, study.id, { contacts: 1, answers: 13, publications: 25 })
})
afterEach(() => server.end())

/** The server as it is on a day. */
const on = (day: string): ServerContext => ({
  ...server.context,
  clock: { now: () => new Date(`${day}T12:00:00Z`) },
})

/** How many contacts, answers and standing publications there are. */
async function kept(): Promise<readonly number[]> {
  const { db } = server.context.database
  const counts = await countContacts({ db }, study.id)
  const waves = await listWaves(db, study.id)
  const answers = await Promise.all(waves.map(({ id }) => countResponses(db, study.id, id)))
  const publications = await listPublications(db, study.id)
  return [
    counts.get('again') ?? 0,
    answers.reduce((all, count) => all + count, 0),
    publications.filter(({ state }) => state !== 'withdrawn').length,
  ]
}

async function deletions(): Promise<readonly (readonly [string, number, string])[]> {
  const proof = await deletionProof(server.context.database.db, study.id)
  expect(proof.broken).toBeNull()
  return proof.deletions.map(({ what, rows, on: day }) => [what, rows, day])
}

async function run(day: string, options = { dryRun: false }): Promise<number> {
  const { studies } = await carryOutRetention(on(day), options)
  return studies.flatMap(({ deleted }) => deleted).length
}

async function aWaveWithAnswers(): Promise<Wave> {
  const { db } = server.context.database
  for (const wave of await listWaves(db, study.id)) if ((await countResponses(db, study.id, wave.id)) > 0) return wave
  throw new Error('the sample has no answers')
}

describe('the job', () => {
  it('deletes each thing on the day on which its term is over, not a day before, and proves it', async () => {
    const [, answers, publications] = await kept()
    // Closed on 31 January, one month: the last day of February, though the grace period ends a week earlier.
    expect([await run('2026-02-27'), await kept()]).toEqual([0, [1, answers, publications]])
    expect([await run('2026-02-28'), await kept()]).toEqual([1, [0, answers, publications]])
    expect([await run('2027-02-27'), (await kept())[1]]).toEqual([0, answers])
    await run('2027-02-28')
    expect(await kept()).toEqual([0, 0, publications])
    expect([await run('2028-03-27'), (await kept())[2]]).toEqual([0, publications])
    expect([await run('2028-03-28'), await kept()]).toEqual([publications, [0, 0, 0]])

    const told = await deletions()
    expect(told[0]).toEqual(['contacts', EVERYBODY, '2026-02-28'])
    expect(told.filter(([what]) => what === 'answers').reduce((all, [, rows]) => all + rows, 0)).toBe(answers)
    expect(told.filter(([what]) => what === 'publication')).toHaveLength(publications ?? 0)
    expect(await run('2028-03-29')).toBe(0)
  })

  it('only says what it would do when that is asked', async () => {
    const before = await kept()
    const { studies } = await carryOutRetention(on('2030-01-01'), { dryRun: true })
    expect(studies).toMatchObject([{ due: { contacts: EVERYBODY }, held: null, deleted: [] }])
    expect(studies[0]?.due.waves.reduce((all, { answers }) => all + answers, 0)).toBe(before[1])
    expect([await kept(), await deletions()]).toEqual([before, []])
  })

  it('waits while a wave is open, and while people who had begun may still send', async () => {
    const { db } = server.context.database
    const [wave] = await listWaves(db, study.id)
    await saveRetentionTerms(db, study.id, { contacts: 1, answers: 1, publications: null })
    await sql`update waves set grace_days = 60 where study_id = ${study.id}`.execute(db)
    await db
      .updateTable('waves')
      .set({ state: 'open', closed_on: null })
      .where('id', '=', wave?.id ?? '')
      .execute()
    expect(await run('2030-01-01')).toBe(0)
    await closeWave(db, { studyId: study.id, waveId: wave?.id ?? '' }, '2030-01-01')
    expect(await run('2030-03-02')).toBe(0)
    expect(await run('2030-03-03')).toBeGreaterThan(1)
  })

  it('passes over a study that is held, says so, and goes on once it is released', async () => {
    const { db } = server.context.database
    const before = await kept()
    await holdStudy(db, study.id, { reason: 'Klacht 12', by: 'Fatima', on: '2026-02-01' })
    const { studies } = await carryOutRetention(on('2030-01-01'), { dryRun: false })
    expect(studies).toMatchObject([{ held: { reason: 'Klacht 12', by: 'Fatima' }, deleted: [] }])
    expect([await kept(), await deletions()]).toEqual([before, []])
    await releaseStudy(db, study.id, { by: 'Fatima', on: '2030-01-01' })
    await run('2030-01-02')
    expect(await kept()).toEqual([0, 0, 0])
  })

  it('is done once when it is begun twice at the same moment, each with connections of its own', async () => {
    const second = openDatabase(server.databaseUrl)
    const rounds = await Promise.all([
      carryOutRetention(on('2030-01-01'), { dryRun: false }),
      carryOutRetention({ ...on('2030-01-01'), database: second }, { dryRun: false }),
    ])
    await second.close()
    const done = rounds.flatMap(({ studies }) => studies.flatMap(({ deleted }) => deleted.map(({ id }) => id)))
    const proof = await deletionProof(server.context.database.db, study.id)
    expect(proof.broken).toBeNull()
    expect(proof.deletions.map(({ id }) => id).toSorted()).toEqual(done.toSorted())
    expect(proof.deletions.filter(({ what }) => what === 'contacts')).toHaveLength(1)
    expect(await kept()).toEqual([0, 0, 0])
  })

  it('goes on with the others when a study fails, and writes that down without a word of what it holds', async () => {
    const { db } = server.context.database
    const other = await openWmoWave(server.context, 'tweede-ronde')
    await db.updateTable('waves').set({ state: 'closed', closed_on: '2026-01-31' }).execute()
    await addContacts(contactStore(server.context), { studyId: other.studyId, purpose: 'again' }, [SOMEBODY])
    await db.updateTable('publications').set({ content: 'Findmij, no JSON' }).execute()
    const { studies } = await carryOutRetention(on('2030-01-01'), { dryRun: false })
    expect(new Map(studies.map(({ study: { id }, failed, deleted }) => [id, [failed, deleted.length]]))).toEqual(
      new Map([
        [study.id, [true, 0]],
        [other.studyId, [false, 1]],
      ]),
    )
    expect(server.logged()).toContain('"route":"retention"')
    expect(server.logged()).not.toContain('Findmij')
    // All or nothing for the studies' own database; what was erased on that of the contacts is written down all the same.
    expect((await kept()).slice(1)).not.toContain(0)
    await carryOutRetention(on('2026-01-01'), { dryRun: false })
    expect((await deletions()).map(([what]) => what)).toEqual(['contacts'])
  })

  it('knows the usual terms of a study that says nothing', async () => {
    const { db } = server.context.database
    await db.deleteFrom('retention_terms').execute()
    expect(await findRetentionTerms(db, study.id)).toEqual({ contacts: 3, answers: 24, publications: null })
    await run('2100-01-01')
    const [contacts, answers, publications] = await kept()
    expect([contacts, answers]).toEqual([0, 0])
    expect(publications).toBeGreaterThan(0)
  })
})

describe('after the answers are deleted', () => {
  it('the page of a council stands, and its recipe says that nobody can work it out again', async () => {
    const wave = await aWaveWithAnswers()
    const id = (await listPublications(server.context.database.db, study.id)).find(
      ({ waveId }) => waveId === wave.id,
    )?.id
    const before = await ask(server, `/r/${id}`)
    const frozen = await ask(server, `/r/${id}.json`)
    expect(before.text).not.toContain('28 februari 2027')
    await run('2027-02-28')
    const after = await ask(server, `/r/${id}`)
    expect(after.status).toBe(200)
    expect(after.text).toContain('De antwoorden zelf zijn op 28 februari 2027 verwijderd')
    expect((await ask(server, `/r/${id}?lang=en`)).text).toContain(
      'The answers themselves were deleted on 28 February 2027',
    )
    // To the byte as it was frozen.
    expect((await ask(server, `/r/${id}.json`)).text).toBe(frozen.text)
  })

  it('nothing is published of them again, also when something came in since', async () => {
    const wave = await aWaveWithAnswers()
    await run('2027-02-28')
    const refusal = await publishWave(on('2027-03-01'), wave).catch((error: unknown) => error)
    expect(isProblem(refusal, 'answersDeleted') && refusal.details).toEqual({ wave: wave.id, on: '2027-02-28' })
    const cookie = await server.signIn()
    const told = await ask(server, `/api/studies/${study.id}/waves/${wave.id}/publications`, {
      method: 'POST',
      headers: { cookie, origin: server.origin },
      json: {},
    })
    expect(told).toMatchObject({ status: 409, code: 'answersDeleted' })
  })
})

describe('a publication whose term is over', () => {
  it('says at its address what was there and how to recognise a copy', async () => {
    const [first] = await listPublications(server.context.database.db, study.id)
    const { hash } = (await ask(server, `/r/${first?.id}.json`)).json()
    await saveRetentionTerms(server.context.database.db, study.id, { contacts: 600, answers: 600, publications: 1 })
    await run('2026-03-28')
    const page = await ask(server, `/r/${first?.id}`, { headers: { accept: 'text/html' } })
    expect([page.status, page.headers.get('cache-control')]).toEqual([410, 'no-store'])
    expect(page.text).toContain('De bewaartermijn van deze publicatie is voorbij')
    expect(page.text).toContain('Voorbeeldstad')
    expect(page.text).toContain('28 maart 2026')
    expect(page.text.replaceAll('<wbr />', '')).toContain(String(hash))
    for (const end of ['.json', '.csv'])
      expect(await ask(server, `/r/${first?.id}${end}`)).toMatchObject({ status: 410 })
  })

  it('stands in the way of a new edition, which could not be held against it', async () => {
    const wave = await aWaveWithAnswers()
    await saveRetentionTerms(server.context.database.db, study.id, { contacts: 600, answers: 600, publications: 1 })
    await run('2026-03-28')
    await expect(publishWave(on('2026-03-29'), wave)).rejects.toMatchObject({ code: 'earlierEditionRemoved' })
  })
})
