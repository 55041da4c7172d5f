import {
  createSignInLink,
  createUser,
  deleteExpiredSessions,
  listUsers,
  redeemSignInLink,
  type User,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

const MONDAY = new Date('2026-05-04T09:00:00Z')
const TUESDAY = new Date('2026-05-05T09:00:00Z')

let database: TestDatabase
let user: User
let token = 0

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  user = await createUser(database.db, { name: 'Ans' })
  token += 1
})

it('lists who may sign in', async () => {
  expect(await listUsers(database.db)).toContainEqual(user)
})

it('lets a link sign in once, also when it is opened twice at once', async () => {
  await createSignInLink(database.db, user.id, `link ${token}`, TUESDAY)
  const both = await Promise.all([1, 2].map(() => redeemSignInLink(database.db, `link ${token}`, MONDAY)))
  expect(both.filter((each) => each !== null)).toEqual([user.id])
  expect(await redeemSignInLink(database.db, `link ${token}`, MONDAY)).toBeNull()
})

it('refuses a link that is unknown or over', async () => {
  await createSignInLink(database.db, user.id, `link ${token}`, MONDAY)
  expect(await redeemSignInLink(database.db, `link ${token}`, MONDAY)).toBeNull()
  expect(await redeemSignInLink(database.db, 'verzonnen', MONDAY)).toBeNull()
})

it('forgets links that are over and nothing else', async () => {
  await createSignInLink(database.db, user.id, `oud ${token}`, MONDAY)
  await createSignInLink(database.db, user.id, `nieuw ${token}`, TUESDAY)
  await deleteExpiredSessions(database.db, MONDAY)
  expect(await redeemSignInLink(database.db, `oud ${token}`, new Date(0))).toBeNull()
  expect(await redeemSignInLink(database.db, `nieuw ${token}`, MONDAY)).toBe(user.id)
})
