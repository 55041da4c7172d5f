import { createStudy, organisationNamed, shareStudy, studyOrganisations } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('is of the organisation that its study names, and shared with others by the part that is theirs', async () => {
  const { db } = database
  const study = await createStudy(db, {
    title: { nl: 'Voorbeeld' },
    organisation: { name: 'Platform' },
    sample: false,
    tryOut: false,
    definitionText: '{}',
    plan: { questions: [], breakdowns: [] },
  })
  const [owner, council] = [await organisationNamed(db, 'Platform'), await organisationNamed(db, 'Raad Oost')]
  await shareStudy(db, study.id, council.id, null)
  await shareStudy(db, study.id, council.id, { variable: 'area', value: 2 })
  expect(await studyOrganisations(db, study.id)).toEqual([
    { organisationId: owner.id, owner: true, part: null, programmeId: null },
    { organisationId: council.id, owner: false, part: { variable: 'area', value: 2 }, programmeId: null },
  ])
  expect(await studyOrganisations(db, 'geen onderzoek')).toEqual([])
})
