import { releaseOf, type TextRelease } from '@klankbord/model'
import { addTextReleases, listTextReleases } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const released = (key: string): TextRelease =>
  releaseOf(
    { key, language: 'pl', source: 'Meedoen', text: 'Biorę udział', promise: true },
    { by: 'Ania', on: '2026-11-22' },
  )

it('keeps who released which words and when, and a release that is taken back beside it', async () => {
  const said = [released('pages/start'), released('pages/next'), { ...released('pages/start'), takenBack: true }]
  await addTextReleases(database.db, said.slice(0, 2))
  await addTextReleases(database.db, said.slice(2))
  await addTextReleases(database.db, [])
  expect(await listTextReleases(database.db)).toEqual(said)
})
