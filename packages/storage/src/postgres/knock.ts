import { problem } from '@klankbord/model'
import pg from 'pg'
import { hasCode } from './file-lock.ts'

/** Whether the server takes connections: `starting` also stands for recovering and shutting down. */
export async function knock(connectionString: string): Promise<'ready' | 'starting' | 'absent'> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return 'ready'
  } catch (error) {
    if (hasCode(error, '57P03')) return 'starting'
    // So busy that it has no place left: it runs.
    if (hasCode(error, '53300')) return 'ready'
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ECONNREFUSED')) return 'absent'
    if (error instanceof Error && /^Connection terminated|ECONNRESET|EPIPE/.test(error.message)) return 'starting'
    const said = error instanceof Error ? error.message : 'unknown'
    throw problem('postgresFailed', { doing: 'connect', said }, { cause: error })
  }
}
