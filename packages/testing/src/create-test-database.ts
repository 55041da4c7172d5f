import { randomBytes } from 'node:crypto'
import { openDatabase, type Database } from '@klankbord/storage'
import { sql } from 'kysely'
import { inject } from 'vitest'
import { databaseNamed, TEMPLATE } from './test-cluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the one server of this run. */
    readonly klankbordTestServer: string
  }
}

/** An empty, migrated database of its own. */
export interface TestDatabase extends Database {
  readonly connectionString: string
  /** Closes it and throws it away, whoever is still connected. */
  drop(): Promise<void>
}

/**
 * Makes a database in some milliseconds, by copying the template of the test run. One per test file is
 * the habit; files never see each other's rows.
 *
 * @throws Error when the vitest project does not have `@klankbord/testing/database-setup` as its globalSetup
 * @example
 * const { db, drop } = await createTestDatabase()
 * afterAll(drop)
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server: string | undefined = inject('klankbordTestServer')
  if (server === undefined) {
    throw new Error('no test server: this vitest project needs the globalSetup "@klankbord/testing/database-setup"')
  }
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(server, `create database ${name} template ${TEMPLATE}`)
  const connectionString = databaseNamed(server, name)
  const database = openDatabase(connectionString)
  return {
    ...database,
    connectionString,
    drop: async () => {
      await database.close()
      await onServer(server, `drop database ${name} with (force)`)
    },
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  const { db, close } = openDatabase(server, { connections: 1 })
  try {
    await sql.raw(statement).execute(db)
  } finally {
    await close()
  }
}
