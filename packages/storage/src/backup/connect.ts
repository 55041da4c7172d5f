import pg from 'pg'
import { databaseProblem } from '../database-problem.ts'

/**
 * Works with one connection of its own: what copies whole tables takes longer than a statement of the pool may.
 *
 * @throws Problem `databaseUnavailable`; what the work throws, the errors of files as they are
 */
export async function withConnection<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, application_name: 'klankbord', connectionTimeoutMillis: 5_000 })
  // A connection that breaks also fails the statement that runs; without a listener Node would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } catch (error) {
    throw isOfFile(error) ? error : databaseProblem(error)
  } finally {
    // Ending a connection rolls back what was not committed.
    await client.end().catch(() => undefined)
  }
}

/** A file that is not there has the same code as a socket that is not. */
function isOfFile(error: unknown): boolean {
  return error instanceof Error && 'path' in error
}
