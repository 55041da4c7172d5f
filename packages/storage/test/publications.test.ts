import { canonicalJson, type Publication } from '@klankbord/model'
import {
  findPublication,
  listPublications,
  removePublication,
  savePublications,
  type NewPublication,
  setPublicationState,
  type WaveReference,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { samplePublication } from '@klankbord/testing/sample-publication'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { anOpenWave } from './fieldwork.ts'

let database: TestDatabase
let wave: WaveReference
let made = 0

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  wave = (await anOpenWave(database.db)).place
  made += 1
})

const save = (publication: Publication, how: Omit<NewPublication, 'publication'> = {}): Promise<void> =>
  savePublications(database.db, wave, [{ publication, ...how }])

const aPublication = (edition = 1, changes: Partial<Publication> = {}): Publication => {
  const { study, recipe } = samplePublication()
  return samplePublication({
    id: `resultaat-${made}-${edition}`,
    edition,
    publishedOn: '2026-06-01',
    study: { ...study, title: { nl: 'Één 🙂 \u2028' } },
    recipe: { ...recipe, comparisons: { made: 0, clear: 0, leastDifference: 0.1 + 0.2 } },
    ...changes,
  })
}

it('comes back to the byte', async () => {
  const publication = aPublication()
  await save(publication)
  expect(await findPublication(database.db, publication.id)).toEqual({
    id: publication.id,
    studyId: wave.studyId,
    waveId: wave.waveId,
    edition: 1,
    publishedOn: '2026-06-01',
    state: 'public',
    organisationId: null,
    publicSince: publication.publishedOn,
    embargoUntil: null,
    withdrawal: null,
    correction: null,
    content: canonicalJson(publication),
    tombstone: null,
  })
})

it('may be saved again as it is, but never changed', async () => {
  await save(aPublication())
  await save(aPublication())
  const changed = save(aPublication(1, { publishedOn: '2026-06-02' }))
  await expect(changed).rejects.toMatchObject({ code: 'publicationExists' })
})

it('has one first edition, also when two people publish at once', async () => {
  const one = aPublication()
  const other = aPublication(1, { id: `${one.id}-ook` })
  const both = await Promise.allSettled([one, other].map((each) => save(each)))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'publicationExists' } })
  expect(await listPublications(database.db, wave.studyId)).toHaveLength(1)
  const stored = await Promise.all([one, other].map(({ id }) => findPublication(database.db, id)))
  expect(stored.filter((each) => each === null)).toHaveLength(1)
})

it('is saved with the parts of its edition, or none of them is', async () => {
  const taken = aPublication(1, { id: `${aPublication().id}-deel` })
  await save(taken, { state: 'members' })
  const again = savePublications(database.db, wave, [
    { publication: aPublication(2) },
    { publication: aPublication(1, { id: taken.id, publishedOn: '2026-06-02' }), state: 'members' },
  ])
  await expect(again).rejects.toMatchObject({ code: 'publicationExists' })
  expect(await findPublication(database.db, aPublication(2).id)).toBeNull()
})

it('lists editions in their order, and says which were taken back', async () => {
  await save(aPublication(2), { state: 'draft' })
  await save(aPublication(1))
  await setPublicationState(database.db, wave.studyId, aPublication(1).id, { state: 'withdrawn', on: '2026-07-01' })
  expect(await listPublications(database.db, wave.studyId)).toMatchObject([
    { edition: 1, state: 'withdrawn' },
    { edition: 2, state: 'draft' },
  ])
  const unknown = setPublicationState(database.db, wave.studyId, 'nergens', { state: 'public', on: '2026-07-01' })
  await expect(unknown).rejects.toMatchObject({ code: 'unknownPublication' })
})

it('makes place as a draft, with its address, for another edition of that number', async () => {
  const draft = aPublication(1, { id: `concept-${made}` })
  await save(draft, { state: 'draft' })
  await save(aPublication())
  expect(await findPublication(database.db, draft.id)).toBeNull()
  expect(await listPublications(database.db, wave.studyId)).toMatchObject([{ id: aPublication().id, state: 'public' }])
})

it('keeps until when it is embargoed, and why it was withdrawn', async () => {
  const embargoUntil = new Date('2026-12-01T08:00:00Z')
  const { id } = aPublication()
  await save(aPublication(), { state: 'embargoed', embargoUntil })
  expect(await findPublication(database.db, id)).toMatchObject({ state: 'embargoed', embargoUntil, publicSince: null })
  const withdrawal = { on: '2026-12-02', reason: 'wrongFigures', words: null } as const
  const change = {
    state: 'withdrawn',
    on: '2026-12-02',
    from: 'embargoed',
    openSince: '2026-12-01',
    withdrawal,
  } as const
  await setPublicationState(database.db, wave.studyId, id, change)
  const after = { state: 'withdrawn', embargoUntil: null, publicSince: '2026-12-01', withdrawal }
  expect(await findPublication(database.db, id)).toMatchObject(after)
  const late = setPublicationState(database.db, wave.studyId, id, change)
  await expect(late).rejects.toMatchObject({ code: 'readersNotPossible' })
})

it.each([
  ['2026-12-01T23:30:00Z', '2031-06-01', '2026-12-02'],
  ['2031-06-02T08:00:00Z', '2031-06-01', null],
])('that was to open at %s was public, when it is deleted on %s, since %s', async (until, removedOn, publicSince) => {
  const { id, edition, publishedOn, hash, study } = aPublication()
  await save(aPublication(), { state: 'embargoed', embargoUntil: new Date(until) })
  const tombstone = { id, edition, publishedOn, removedOn, language: 'nl', title: study.title, organisation: '', hash }
  await database.db.transaction().execute(async (trx) => {
    await removePublication(trx, wave.studyId, tombstone, { why: 'retention', by: 'klankbord', on: removedOn })
  })
  expect(await findPublication(database.db, id)).toMatchObject({ state: 'withdrawn', publicSince })
})

it('whose term is over leaves its address, its hash and what became of it', async () => {
  const publication = aPublication()
  await save(publication)
  const tombstone = {
    id: publication.id,
    edition: 1,
    publishedOn: '2026-06-01',
    removedOn: '2031-06-01',
    language: 'nl',
    title: publication.study.title,
    organisation: publication.study.organisation,
    hash: publication.hash,
  }
  const said = { why: 'retention', by: 'klankbord', on: '2031-06-01' } as const
  const remove = () => removePublication(database.db, wave.studyId, tombstone, said)
  expect(await remove()).toMatchObject({
    what: 'publication',
    subject: publication.id,
    rows: 1,
    digest: publication.hash,
  })
  expect(await remove()).toBeNull()
  expect(await findPublication(database.db, publication.id)).toMatchObject({
    state: 'withdrawn',
    content: '',
    tombstone,
  })
  // What was published once is not published again under its address.
  await expect(save(publication)).rejects.toMatchObject({ code: 'publicationExists' })
})

it.each(['nergens', '\0', ''])('is not found under %j', async (id) => {
  expect(await findPublication(database.db, id)).toBeNull()
})
