import { spawn } from 'node:child_process'
import { chownSync, closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runIn, type Cluster } from './cluster.ts'
import { hasCode } from './file-lock.ts'
import { hasProcess } from './process-identity.ts'
import { sharedBuffers } from './shared-buffers.ts'

/** A postmaster that this process started. */
export interface StartedPostmaster {
  /** Why it ended, or null while it runs. */
  ended(): string | null
}

const LOG_LIMIT = 1_000_000

/**
 * No network, and a socket in the cluster itself, which only its owner (and root) can enter; its name is
 * relative for the server, so that the depth of the folder does not matter.
 *
 * The log keeps what happened to the server but no statement, value or detail: those can hold answers. Errors of
 * statements are not in it at all, since their sentences quote what they are about ("invalid input syntax: …").
 *
 * What guards committed data is said here, so that no file in the cluster can turn it off. Parts of the write-ahead log
 * that are done with are removed and not renamed for later, or they would keep the order in which answers came; and no
 * moment of a commit is kept.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_directories: '.',
  unix_socket_permissions: '0700',
  port: '5432',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_recycle: 'off',
  track_commit_timestamp: 'off',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_lock_waits: 'off',
  log_temp_files: '-1',
  debug_print_parse: 'off',
  debug_print_rewritten: 'off',
  debug_print_plan: 'off',
  log_checkpoints: 'off',
  log_destination: 'stderr',
  logging_collector: 'off',
  jit: 'off',
}

/** Starts the postmaster, apart from this process: it outlives a kill, and Ctrl-C in a terminal is not its. */
export function startPostmaster(
  cluster: Cluster,
  logFile: string,
  settings: Readonly<Record<string, string>>,
): StartedPostmaster {
  const { dataArgument, options } = runIn(cluster)
  const flags = Object.entries({ ...SETTINGS, shared_buffers: sharedBuffers(totalmem()), ...settings }).flatMap(
    ([name, value]) => ['-c', `${name}=${value}`],
  )
  const log = openLog(logFile, cluster)
  const before = statSync(logFile).size
  let failed: string | null = null
  const child = spawn(cluster.programs.postgres, ['-D', dataArgument, ...flags], {
    ...options,
    detached: true,
    stdio: ['ignore', log, log],
  })
  child.once('error', (error) => (failed = error.message))
  child.unref()
  closeSync(log)
  return {
    ended: () => {
      if (failed !== null) return failed
      const how = child.exitCode ?? child.signalCode
      return how === null ? null : (lastWords(logFile, before) ?? `ended with ${how}`)
    },
  }
}

/**
 * The process id of the live postmaster of a cluster, or null. An id that belongs to another program by now
 * is no postmaster; on Linux that is certain, because a postmaster works in its cluster.
 */
export function livePostmaster(folder: string): number | null {
  const pid = pidIn(join(folder, 'postmaster.pid'))
  return pid !== null && worksIn(pid, folder) ? pid : null
}

function worksIn(pid: number, folder: string): boolean {
  if (!hasProcess(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    const [there, here] = [statSync(`/proc/${pid}/cwd`), statSync(folder)]
    return there.ino === here.ino && there.dev === here.dev
  } catch (error) {
    // Not ours to look at, so it may be one; anything else means that it just ended.
    return hasCode(error, 'EACCES')
  }
}

/** Removes a pid file whose id now belongs to another program: PostgreSQL itself would take that for a postmaster. */
export function clearStalePidFile(folder: string): void {
  const file = join(folder, 'postmaster.pid')
  const pid = pidIn(file)
  if (process.platform === 'linux' && pid !== null && hasProcess(pid) && livePostmaster(folder) === null) rmSync(file)
}

/** Fast shutdown: running statements end, everything committed is on disk. After half a minute, at once (it recovers at its next start). */
export async function stopPostmaster(folder: string): Promise<void> {
  const pid = livePostmaster(folder)
  if (pid === null) return
  signal(pid, 'SIGINT')
  const patience = Date.now() + 30_000
  let hurried = false
  // It removes its pid file a moment before it ends.
  while (worksIn(pid, folder)) {
    if (!hurried && Date.now() > patience) {
      signal(pid, 'SIGQUIT')
      hurried = true
    }
    await wait(10)
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    // It ended by itself just now.
    if (!hasCode(error, 'ESRCH')) throw error
  }
}

function pidIn(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
    return pid > 0 ? pid : null
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

function openLog(file: string, { account }: Cluster): number {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(file, `${file}.old`)
  const log = openSync(file, 'a', 0o600)
  if (account.uid !== undefined && account.gid !== undefined) chownSync(file, account.uid, account.gid)
  return log
}

/** What the server said last before it gave up. */
function lastWords(logFile: string, from: number): string | null {
  const lines = readFileSync(logFile).subarray(from).toString('utf8').split('\n')
  const fatal = lines.filter((line) => /FATAL:|PANIC:|error while loading/.test(line)).at(-1)
  return fatal?.replace(/^.*?(?:FATAL|PANIC): +/, '') ?? null
}
