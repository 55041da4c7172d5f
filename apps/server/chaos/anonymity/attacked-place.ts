import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, startEmbeddedPostgres, type Database } from '@klankbord/storage'
import { KEY, openFieldwork, type Fieldwork } from '../fieldwork.ts'
import { superviseServer, type SupervisedServer } from '../supervised-server.ts'
import { openProxy, type Passed, type WatchedProxy } from './watched-proxy.ts'

/** Everything that somebody attacks who has the machines: a server behind a proxy, its database, and a hot standby of that. */
export interface AttackedPlace {
  readonly server: SupervisedServer
  readonly proxy: WatchedProxy
  /** Every request that passed the proxy, in order. What a log of it holds is another matter. */
  readonly passed: readonly Passed[]
  readonly fieldwork: Fieldwork
  readonly primaryFolder: string
  readonly standby: Standby
  end(): Promise<void>
}

export interface Standby {
  readonly database: Database
  readonly folder: string
}

/** Nothing here has to outlive a power cut; what is written where, and how long it stays, is the same. */
const QUICK = { fsync: 'off', max_connections: '60' }

export async function openAttackedPlace(): Promise<AttackedPlace> {
  const parent = mkdtempSync(join(tmpdir(), 'kb-attack-'))
  // The user of PostgreSQL goes from one database to the other through here.
  chmodSync(parent, 0o755)
  const [first, second] = [join(parent, 'first'), join(parent, 'second')]
  const ends: (() => Promise<void>)[] = []
  const began = <Taken>(taken: Taken, end: (taken: Taken) => Promise<void>): Taken => {
    ends.push(() => end(taken))
    return taken
  }
  await copiedCluster(first, second)
  began(await startEmbeddedPostgres({ dataFolder: first, settings: QUICK }), (one) => one.stop())
  const standby = began(await startStandby(first, second), (one) => one.stop())
  const database = began(openDatabase(standby.connectionString, { connections: 2 }), (one) => one.close())
  const environment = { KLANKBORD_KEY: KEY, KLANKBORD_LOG: 'info', KLANKBORD_STANDBYS: standby.connectionString }
  const server = began(await superviseServer(first, environment), (one) => one.end())
  const passed: Passed[] = []
  const proxy = began(await openProxy(server.port, (one) => passed.push(one)), (one) => one.end())
  const fieldwork = began(await openFieldwork(first), (one) => one.close())
  return {
    server,
    proxy,
    passed,
    fieldwork,
    primaryFolder: join(first, 'postgres'),
    standby: { database, folder: join(second, 'postgres') },
    end: async () => {
      for (const end of ends.toReversed()) await end()
      rmSync(parent, { recursive: true, force: true, maxRetries: 20 })
    },
  }
}

/** Before it runs, a database is copied as it lies. */
async function copiedCluster(from: string, to: string): Promise<void> {
  const made = await startEmbeddedPostgres({ dataFolder: from, settings: QUICK })
  await made.stop()
  mkdirSync(to)
  execFileSync('cp', ['-a', join(from, 'postgres'), join(to, 'postgres')])
  for (const folder of [from, to]) chmodSync(folder, 0o755)
  writeFileSync(join(to, 'postgres', 'standby.signal'), '')
}

function startStandby(primary: string, own: string): ReturnType<typeof startEmbeddedPostgres> {
  const connection = `host=${join(primary, 'postgres')} port=5432 user=klankbord application_name=standby`
  const settings = { ...QUICK, hot_standby: 'on', primary_conninfo: connection, wal_retrieve_retry_interval: '100ms' }
  return startEmbeddedPostgres({ dataFolder: own, settings })
}
