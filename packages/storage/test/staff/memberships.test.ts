import {
  addMembership,
  createUser,
  membersOf,
  membershipsOf,
  organisationNamed,
  removeMembership,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('knows an organisation by its name, however often it is named', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => organisationNamed(database.db, 'Cliëntenplatform')))
  expect(one).toEqual(other)
})

it('lets somebody be something once, in an organisation or in one of its studies', async () => {
  const { db } = database
  const [user, { id: organisationId }] = [await createUser(db, { name: 'Ans' }), await organisationNamed(db, 'Raad')]
  const viewer = { organisationId, role: 'viewer', studyId: null } as const
  await addMembership(db, user.id, viewer)
  await addMembership(db, user.id, viewer)
  await addMembership(db, user.id, { ...viewer, studyId: '00000000-0000-4000-8000-000000000001' })
  expect(await membershipsOf(db, user.id)).toHaveLength(2)
  expect((await membersOf(db, organisationId)).map(({ role }) => role)).toEqual(['viewer', 'viewer'])
})

it('ends a membership of the organisation that is named, and of no other', async () => {
  const { db } = database
  const user = await createUser(db, { name: 'Bep' })
  const [here, elsewhere] = [await organisationNamed(db, 'Hier'), await organisationNamed(db, 'Elders')]
  await addMembership(db, user.id, { organisationId: here.id, role: 'researcher', studyId: null })
  const [{ id } = { id: '' }] = await membershipsOf(db, user.id)
  expect(await removeMembership(db, elsewhere.id, id)).toBeNull()
  expect(await removeMembership(db, here.id, id)).toMatchObject({ userId: user.id })
  expect(await membershipsOf(db, user.id)).toEqual([])
})
