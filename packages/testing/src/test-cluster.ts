import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, openDatabase, startEmbeddedPostgres } from '@klankbord/storage'
import { sql } from 'kysely'

/** The one database server of a test run. */
export interface TestCluster {
  /** A connection to its first database, from which others are made. */
  readonly connectionString: string
  stop(): Promise<void>
}

/** The database that every test database is a copy of. */
export const TEMPLATE = 'klankbord_template'

const FOLDER = 'klankbord-tests-'
const OWNER = 'test-run.pid'

/**
 * Starts a server in a temporary folder and migrates the template. Nothing there has to outlive a power cut,
 * so it does not wait for the disk; the tests of the supervisor do with the real settings.
 */
export async function startTestCluster(): Promise<TestCluster> {
  clearAbandoned()
  const dataFolder = mkdtempSync(join(tmpdir(), FOLDER))
  writeFileSync(join(dataFolder, OWNER), String(process.pid))
  const postgres = await startEmbeddedPostgres({
    dataFolder,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  await makeTemplate(postgres.connectionString)
  return {
    connectionString: postgres.connectionString,
    stop: async () => {
      await postgres.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** The same server, another database. */
export function databaseNamed(connectionString: string, name: string): string {
  return connectionString.replace('@/postgres?', `@/${name}?`)
}

async function makeTemplate(connectionString: string): Promise<void> {
  const server = openDatabase(connectionString, { connections: 1 })
  await sql.raw(`create database ${TEMPLATE}`).execute(server.db)
  await server.close()
  const template = openDatabase(databaseNamed(connectionString, TEMPLATE), { connections: 1 })
  await migrate(template.db)
  await template.close()
}

/** Removes what killed test runs left. A postmaster whose folder is gone ends by itself within a minute. */
function clearAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(FOLDER))) {
    const folder = join(tmpdir(), name)
    if (!isOwned(join(folder, OWNER))) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function isOwned(file: string): boolean {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0)
    return true
  } catch (error) {
    // Of another user, or not written yet: not ours to remove.
    return error instanceof Error && 'code' in error && error.code !== 'ESRCH'
  }
}
