import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@klankbord/storage'
import { KEY } from '../chaos/fieldwork.ts'
import { superviseServer } from '../chaos/supervised-server.ts'
import { tell } from '../chaos/tell.ts'
import { startPrimary, startStandby, waitForStandby, onServer } from './debian-postgres.ts'
import { loseThePrimary } from './lose-the-primary.ts'
import { startPgBouncer } from './pg-bouncer.ts'
import { openRoundRobin } from './round-robin.ts'
import { sealWithStandby } from './seal-with-standby.ts'
import { openSlowLine } from './slow-line.ts'

/*
 * `npm run scale`: two server processes behind a proxy, PgBouncer in transaction mode, a primary with a hot standby. A
 * wave is sealed there; then the primary is killed under load, the standby is promoted, a new standby is made, and
 * every response that was ever acknowledged is looked for. Prints one line of JSON for each; ends with 1 when anything
 * was lost. With `--asynchronous` commits do not wait for the standby, and something is.
 */

/** As between two data centres far apart, in milliseconds: long enough that something is always under way. */
const LINE_DELAY = 50
const asynchronous = process.argv.includes('--asynchronous')

/** Whatever hangs, it ends. In milliseconds. */
const LONGEST = 6 * 60_000

const folder = mkdtempSync(join(tmpdir(), 'kb-scale-'))
chmodSync(folder, 0o755)
const ends: (() => Promise<void>)[] = [() => Promise.resolve(rmSync(folder, { recursive: true, force: true }))]
const began = <Taken extends { end(): Promise<void> }>(taken: Taken): Taken => {
  ends.push(() => taken.end())
  return taken
}
setTimeout(() => void finish(1, 'it took too long'), LONGEST).unref()
process.once('SIGINT', () => void finish(1, 'interrupted'))

try {
  const primary = began(await startPrimary(folder, 'one'))
  const line = began(await openSlowLine(primary.port, LINE_DELAY))
  const standby = began(await startStandby(line.port, folder, 'two'))
  if (!asynchronous) await waitForStandby(primary, standby)
  // PgBouncer does not pass on what a connection asks for at its start.
  await onServer(primary, "alter role postgres set statement_timeout = '30s'")
  await onServer(primary, "alter role postgres set lock_timeout = '30s'")
  const bouncer = began(await startPgBouncer(folder, primary))
  const environment = {
    DATABASE_URL: bouncer.connectionString,
    KLANKBORD_KEY: KEY,
    KLANKBORD_STANDBYS: standby.connectionString,
  }
  const servers = await Promise.all(
    ['left', 'right'].map(async (name) => began(await superviseServer(join(folder, name), environment))),
  )
  const proxy = began(await openRoundRobin(servers.map(({ port }) => port)))
  const database = openDatabase(bouncer.connectionString, { connections: 4 })
  began({ end: () => database.close() })

  const sealing = await sealWithStandby({ folder, primary, standby, environment, port: proxy.port, database })
  tell('sealed with a standby', { ...sealing })
  const failover = await loseThePrimary({ folder, primary, standby, bouncer, port: proxy.port, database, began })
  tell('primary lost under load', {
    synchronous: !asynchronous,
    ...failover,
    connections: proxy.given,
    starts: servers.map((one) => one.starts()),
  })
  const { lost, doubled, damaged, invented, codesOutOfStep } = failover
  const wrong = lost + doubled + damaged + invented + codesOutOfStep + sealing.inLogAfter + sealing.filesLeft
  await finish(wrong === 0 ? 0 : 1)
} catch (error) {
  await finish(1, error instanceof Error ? (error.stack ?? error.message) : String(error))
}

async function finish(code: number, reason?: string): Promise<void> {
  if (reason !== undefined) process.stderr.write(`${reason}\n`)
  for (const end of ends.toReversed()) await end().catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
  process.exit(code)
}
