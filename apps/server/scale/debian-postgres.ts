import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { openDatabase } from '@klankbord/storage'
import { sql } from 'kysely'
import { freePort } from '../chaos/free-port.ts'
import { unprivileged } from './unix-account.ts'

const PROGRAMS = process.env['KLANKBORD_POSTGRES'] ?? '/usr/lib/postgresql/15/bin'

/** As docs/operations/more-than-one-machine.md gives them. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  wal_level: 'replica',
  wal_recycle: 'off',
  wal_keep_size: '0',
  hot_standby: 'on',
  synchronous_commit: 'on',
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  shared_buffers: '64MB',
}

/** One of Debian's PostgreSQL servers, on loopback. */
export interface DebianPostgres {
  readonly name: string
  readonly folder: string
  readonly port: number
  readonly connectionString: string
  /** All its processes end at once and without a word, as when the machine loses its power. */
  kill(): Promise<void>
  end(): Promise<void>
}

/** Makes an empty database and starts it. */
export async function startPrimary(parent: string, name: string): Promise<DebianPostgres> {
  const folder = emptyFolder(parent, name)
  await command('initdb', ['-D', folder, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '-k'])
  return started(folder, name)
}

/**
 * Copies a server that runs, and starts the copy as its hot standby.
 *
 * @param port where the standby reaches it
 */
export async function startStandby(port: number, parent: string, name: string): Promise<DebianPostgres> {
  const folder = emptyFolder(parent, name)
  const from = `postgresql://postgres@127.0.0.1:${port}/postgres?application_name=${name}`
  await command('pg_basebackup', ['-d', from, '-D', folder, '-R', '-X', 'stream', '-c', 'fast'])
  return started(folder, name)
}

/** From now on a commit is acknowledged when it is on the disk of that standby, too. */
export async function waitForStandby(primary: DebianPostgres, standby: DebianPostgres): Promise<void> {
  await onServer(primary, `alter system set synchronous_standby_names = '${standby.name}'`)
  await onServer(primary, 'select pg_reload_conf()')
  const asked = `select count(*)::integer as n from pg_stat_replication where sync_state = 'sync'`
  await until(`${standby.name} is synchronous`, async () => (await onServer(primary, asked)) === 1)
}

/** Lets a standby write: it is the primary from now on. */
export async function promote(standby: DebianPostgres): Promise<void> {
  await onServer(standby, 'select pg_promote(true, 30)')
}

/** @returns the column `n` of the first row */
export async function onServer({ connectionString }: DebianPostgres, statement: string): Promise<number | undefined> {
  const { db, close } = openDatabase(connectionString, { connections: 1 })
  try {
    return (await sql.raw<{ n?: number }>(statement).execute(db)).rows[0]?.n
  } finally {
    await close()
  }
}

async function started(folder: string, name: string): Promise<DebianPostgres> {
  const port = await freePort()
  const settings = Object.entries({ ...SETTINGS, port: String(port), cluster_name: name })
  const child = spawn(
    join(PROGRAMS, 'postgres'),
    ['-D', folder, ...settings.flatMap(([setting, value]) => ['-c', `${setting}=${value}`])],
    { ...unprivileged(), stdio: 'ignore' },
  )
  const server: DebianPostgres = {
    name,
    folder,
    port,
    connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    kill: async () => {
      const all = [child.pid ?? 0, ...childrenOf(child.pid ?? 0)]
      for (const pid of all) signal(pid, 'SIGKILL')
      await gone(child)
    },
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGINT')
      await gone(child)
    },
  }
  await until(`${name} answers`, async () => (await onServer(server, 'select 1 as n')) === 1)
  return server
}

function emptyFolder(parent: string, name: string): string {
  const folder = join(parent, name)
  mkdirSync(folder, { mode: 0o700 })
  const { uid, gid } = unprivileged()
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
  return folder
}

/** Not in this thread: the line to a standby runs in this process. */
async function command(program: string, args: readonly string[]): Promise<void> {
  await promisify(execFile)(join(PROGRAMS, program), [...args], { ...unprivileged(), cwd: '/', timeout: 60_000 })
}

function childrenOf(pid: number): readonly number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return text.split(' ').filter(Boolean).map(Number)
}

function signal(pid: number, which: NodeJS.Signals): void {
  try {
    process.kill(pid, which)
  } catch {
    // It ended by itself in between.
  }
}

function gone(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', resolve))
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const last = Date.now() + 30_000
  while (!(await holds().catch(() => false))) {
    if (Date.now() > last) throw new Error(`after half a minute it is not so that ${what}`)
    await wait(50)
  }
}
