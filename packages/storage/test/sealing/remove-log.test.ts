import { removeLog, type Schema } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

let database: TestDatabase
let asked: string[] = []

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() => {
  asked = []
})

/** The same database by another name, which tells what it is asked. */
const as = (name: string): Kysely<Schema> =>
  database.db.withPlugin({
    transformQuery: ({ node }) => {
      asked.push(`${name}: ${node.kind === 'RawNode' ? node.sqlFragments.join('').trim() : node.kind}`)
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })

describe('the log of a standby that does not follow', () => {
  // A primary replays nothing, so it never comes as far as anybody.
  const remove = () => removeLog(as('primary'), [{ name: 'standby 1', db: as('standby') }], 60)

  it('is waited for before the primary removes what the standby still needs', async () => {
    await remove()
    const [first, last] = [asked.findIndex((one) => one.startsWith('standby')), asked.indexOf('primary: checkpoint')]
    expect(first).toBeGreaterThan(-1)
    expect(first).toBeLessThan(last)
  })

  it('is not taken for gone, which it is once the standby has come as far', async () => {
    expect(await remove()).toEqual([
      { name: 'primary', gone: true, reason: null },
      { name: 'standby 1', gone: false, reason: 'behind' },
    ])
  })
})

it('of one server alone is gone at once', async () => {
  expect(await removeLog(as('primary'))).toEqual([{ name: 'primary', gone: true, reason: null }])
})
