import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { problem } from '@klankbord/model'
import { createCluster, DATABASE_USER, type Cluster } from './cluster.ts'
import { isUsed, markUse } from './database-use.ts'
import { whileLocked } from './file-lock.ts'
import { notUsable } from './lock-data-folder.ts'
import { makeFolder } from './make-folder.ts'
import { postgresAccount } from './postgres-account.ts'
import { postgresPrograms } from './postgres-programs.ts'
import { knock } from './knock.ts'
import { clearStalePidFile, livePostmaster, startPostmaster, stopPostmaster } from './postmaster.ts'
import { socketPathOf } from './socket-path.ts'

export interface EmbeddedPostgresOptions {
  /** Made when it is not there. The cluster is its folder `postgres`, the log `postgres.log`. */
  readonly dataFolder: string
  /** Hears what takes long or went wrong by itself, in English, for a log. */
  readonly onMessage?: (message: string) => void
  /** Settings of the server beside its own, as in postgresql.conf; tests turn `fsync` off for speed. */
  readonly settings?: Readonly<Record<string, string>>
}

/** A running embedded database. */
export interface EmbeddedPostgres {
  /** For `openDatabase`, and for programs like psql by the same user or root. */
  readonly connectionString: string
  /** Whether it was started now; false when a live one was joined. */
  readonly startedHere: boolean
  /** Leaves the database, and shuts it down when no other process uses it. Close pools first. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that comes with the program, or joins the one that runs in this data folder already.
 *
 * - **First start**: creates the cluster, in about half a second. A start that was killed half-way is done again.
 * - **Killed program**: its database lives on. The next start joins it. After a power cut or a killed
 *   database, the start waits until PostgreSQL has recovered what was committed.
 * - **Several processes** may use one database: a command beside a running server joins it, and the last one
 *   that stops shuts it down. Two *servers* are kept apart by `lockDataFolder`.
 * - **A database that ends by itself** is started again within a second or two, as long as this process lives.
 * - **As root**, PostgreSQL runs as another user, see `postgresAccount`; the data folder may lie where that
 *   user cannot come.
 * - **Reach**: no network port. Connections come through a socket inside the cluster folder, which only the
 *   user of the database and root can enter.
 * - **Durability**: all settings of PostgreSQL that guard committed data are on, page checksums as well.
 *
 * Not on Windows: Node cannot enter PostgreSQL's sockets there, so set DATABASE_URL.
 *
 * @throws Problem `dataFolderNotUsable`, `postgresNotInstalled`, `postgresNeedsUser`, `postgresFailed`
 * @example
 * const postgres = await startEmbeddedPostgres({ dataFolder: './data' })
 * const database = openDatabase(postgres.connectionString)
 * await database.close()
 * await postgres.stop()
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataFolder = resolve(options.dataFolder)
  try {
    makeFolder(dataFolder)
    return await startIn(dataFolder, options)
  } catch (error) {
    throw notUsable(dataFolder, error)
  }
}

async function startIn(dataFolder: string, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = join(dataFolder, 'postgres')
  const account = postgresAccount(dataFolder, folder)
  const cluster = { folder, account, programs: postgresPrograms(dataFolder, account) }
  const socket = socketPathOf(folder)
  const connectionString = `postgresql://${DATABASE_USER}@/postgres?host=${encodeURIComponent(socket.path)}&port=5432`
  const bring: Bring = {
    dataFolder,
    cluster,
    connectionString,
    say: options.onMessage ?? (() => undefined),
    settings: options.settings ?? {},
  }
  const exclusively = <T>(work: () => Promise<T>): Promise<T> => whileLocked(join(dataFolder, 'postgres.lock'), work)
  const use = await exclusively(async () => {
    await createCluster(dataFolder, cluster)
    const startedHere = await bringUp(bring)
    return { startedHere, leave: markUse(dataFolder) }
  })
  const watch = keepUp(bring, exclusively)
  return {
    connectionString,
    startedHere: use.startedHere,
    stop: async () => {
      await watch.end()
      await exclusively(async () => {
        use.leave()
        if (!isUsed(dataFolder)) await stopPostmaster(folder)
      })
      socket.release()
    },
  }
}

interface Bring {
  readonly dataFolder: string
  readonly cluster: Cluster
  readonly connectionString: string
  readonly say: (message: string) => void
  readonly settings: Readonly<Record<string, string>>
}

const LONGEST_RECOVERY = 10 * 60_000

/** Makes the server take connections. @returns whether it had to be started */
async function bringUp({ dataFolder, cluster, connectionString, say, settings }: Bring): Promise<boolean> {
  const begun = Date.now()
  let started = null
  let told = false
  for (;;) {
    if (livePostmaster(cluster.folder) === null && (started === null || started.ended() !== null)) {
      const ended = started?.ended() ?? null
      if (ended !== null && !PASSING.test(ended)) throw problem('postgresFailed', { doing: 'start', said: ended })
      clearStalePidFile(cluster.folder)
      started = startPostmaster(cluster, join(dataFolder, 'postgres.log'), settings)
    }
    if ((await knock(connectionString)) === 'ready') return started !== null
    const waited = Date.now() - begun
    if (waited > LONGEST_RECOVERY)
      throw problem('postgresFailed', { doing: 'start', said: 'not ready after 10 minutes' })
    if (waited > 3_000 && !told) {
      told = true
      say('the database is recovering what was committed before it was stopped')
    }
    await wait(10)
  }
}

/** Reasons to give up that pass: a predecessor, or a connection that it left, is still ending. */
const PASSING = /lock file .* already exists|is still in use|could not bind/

/** Starts the server again when it ends by itself. */
function keepUp(
  bring: Bring,
  exclusively: <T>(work: () => Promise<T>) => Promise<T>,
): { readonly end: () => Promise<void> } {
  let repair: Promise<void> | null = null
  const look = (): void => {
    if (repair !== null || livePostmaster(bring.cluster.folder) !== null) return
    bring.say('the database stopped by itself and is started again')
    repair = exclusively(() => bringUp(bring))
      .then(
        () => bring.say('the database is back'),
        (error: unknown) =>
          bring.say(`the database did not start: ${error instanceof Error ? error.message : 'unknown'}`),
      )
      .finally(() => (repair = null))
  }
  const timer = setInterval(look, 1_000).unref()
  return {
    end: async () => {
      clearInterval(timer)
      await repair
    },
  }
}
