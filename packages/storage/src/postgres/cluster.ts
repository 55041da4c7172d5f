import { spawn, type SpawnOptions } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { problem } from '@klankbord/model'
import type { PostgresAccount } from './postgres-account.ts'
import { POSTGRES_MAJOR, type PostgresPrograms } from './postgres-programs.ts'

/** The files of one PostgreSQL server, with who may run it and with what. */
export interface Cluster {
  /** Absolute. */
  readonly folder: string
  readonly account: PostgresAccount
  readonly programs: PostgresPrograms
}

/** The only user of an embedded cluster. */
export const DATABASE_USER = 'klankbord'

const UNFINISHED = 'postgres-unfinished-'

/**
 * Creates the cluster when it is not there. It is made under another name and gets its own name when it is
 * complete and synced, so a power cut half-way leaves only rubbish, which the next call clears away. The
 * caller sees to it that nobody else does this in the same data folder at the same time.
 *
 * UTF-8, sorted by code point, UTC, checksums on data pages: nothing depends on the locales of the machine.
 *
 * @returns whether it was created now
 * @throws Problem `postgresFailed`, `dataFolderNotUsable` when another version or something else is there
 */
export async function createCluster(dataFolder: string, cluster: Cluster): Promise<boolean> {
  await clearUnfinished(dataFolder)
  if (hasCluster(dataFolder, cluster.folder)) return false
  const unfinished = join(dataFolder, UNFINISHED + randomBytes(6).toString('hex'))
  mkdirSync(unfinished, { mode: 0o700 })
  const { uid, gid } = cluster.account
  if (uid !== undefined && gid !== undefined) chownSync(unfinished, uid, gid)
  await runInitdb({ ...cluster, folder: unfinished })
  renameSync(unfinished, cluster.folder)
  return true
}

/**
 * How the programs of a cluster are run. The account of root's PostgreSQL may have no right to the folders
 * above the cluster (a data folder under /root). So the program is put into the cluster before it changes
 * user, and told to work there by a name that leads there without passing the folders above.
 */
export function runIn(cluster: Cluster): { readonly dataArgument: string; readonly options: SpawnOptions } {
  const throughProc = cluster.account.uid !== undefined && process.platform === 'linux'
  return {
    dataArgument: throughProc ? '/proc/self/cwd' : cluster.folder,
    options: { ...cluster.account, cwd: cluster.folder, env: environment() },
  }
}

/** Nothing of ours: variables like PGPORT or a locale would change what the programs do. */
function environment(): NodeJS.ProcessEnv {
  const { PATH = '/usr/bin:/bin' } = process.env
  return { LC_ALL: 'C', TZ: 'UTC', PATH }
}

function hasCluster(dataFolder: string, folder: string): boolean {
  const versionFile = join(folder, 'PG_VERSION')
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, 'utf8').trim()
    if (version === POSTGRES_MAJOR) return true
    const reason = `its database was made by PostgreSQL ${version} and this program brings ${POSTGRES_MAJOR}: restore a backup into a new folder`
    throw problem('dataFolderNotUsable', { folder: dataFolder, reason })
  }
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw problem('dataFolderNotUsable', { folder: dataFolder, reason: 'its folder "postgres" holds something else' })
  }
  return false
}

async function clearUnfinished(dataFolder: string): Promise<void> {
  for (const name of readdirSync(dataFolder).filter((entry) => entry.startsWith(UNFINISHED))) {
    await clear(join(dataFolder, name))
  }
}

/**
 * A killed process may have left an initdb that is still writing in its folder. Then removing once is not
 * enough: Node 20 throws ENOTEMPTY, and Node 24 returns and leaves what came in between.
 */
async function clear(folder: string): Promise<void> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch (error) {
      if (tries === MOST_TRIES) throw error
    }
    if (!existsSync(folder)) return
    await wait(20)
  }
  throw problem('dataFolderNotUsable', { folder, reason: 'another program is writing there' })
}

/** 20 seconds, many times what initdb takes. */
const MOST_TRIES = 1_000

function runInitdb(cluster: Cluster): Promise<void> {
  const { dataArgument, options } = runIn(cluster)
  const flags = [
    ['--pgdata', dataArgument],
    ['--username', DATABASE_USER],
    ['--encoding', 'UTF8'],
    ['--locale', 'C'],
    ['--locale-provider', 'builtin'],
    ['--builtin-locale', 'C.UTF-8'],
    ['--auth-local', 'trust'],
    ['--auth-host', 'reject'],
    ['--set', 'timezone=UTC'],
    ['--set', 'log_timezone=UTC'],
  ].flat()
  return new Promise((resolve, reject) => {
    const child = spawn(cluster.programs.initdb, [...flags, '--data-checksums', '--no-instructions'], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
    const fail = (reason: string): void =>
      reject(problem('postgresFailed', { doing: 'create the database', said: reason.trim() }))
    child.once('error', (error) => fail(error.message))
    child.once('close', (code, signal) => (code === 0 ? resolve() : fail(said || `ended with ${code ?? signal}`)))
  })
}
