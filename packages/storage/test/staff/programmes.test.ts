import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { listProgrammes, moveStudy, organisationNamed, programmeNamed, studyOrganisations } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anOpenWave } from '../fieldwork.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('keeps studies of one organisation together, and takes a programme of others for none', async () => {
  const { db } = database
  const { place } = await anOpenWave(db)
  const [owner] = await studyOrganisations(db, place.studyId)
  const organisationId = owner?.organisationId ?? ''
  const yearly = await programmeNamed(db, organisationId, 'Elk jaar')
  expect(await programmeNamed(db, organisationId, 'Elk jaar')).toEqual(yearly)
  const elsewhere = await programmeNamed(db, (await organisationNamed(db, 'Andere raad')).id, 'Elk jaar')

  expect(await moveStudy(db, place.studyId, elsewhere.id)).toBe(false)
  expect(await listProgrammes(db, organisationId)).toEqual([{ ...yearly, studyIds: [] }])
  expect(await moveStudy(db, place.studyId, yearly.id)).toBe(true)
  expect(await listProgrammes(db, organisationId)).toEqual([{ ...yearly, studyIds: [place.studyId] }])
  expect(await studyOrganisations(db, place.studyId)).toMatchObject([{ programmeId: yearly.id }])
  expect(await moveStudy(db, place.studyId, null)).toBe(true)
  expect(await listProgrammes(db, organisationId)).toEqual([{ ...yearly, studyIds: [] }])
})
