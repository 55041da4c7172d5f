import { spawn } from 'node:child_process'
import { chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../chaos/free-port.ts'
import type { DebianPostgres } from './debian-postgres.ts'
import { unprivileged } from './unix-account.ts'

const PROGRAM = process.env['KLANKBORD_PGBOUNCER'] ?? '/usr/sbin/pgbouncer'

/** PgBouncer in transaction mode: the one address that servers know. */
export interface PgBouncer {
  readonly connectionString: string
  /** Sends everybody to another database from now on. */
  pointAt(server: DebianPostgres): void
  end(): Promise<void>
}

/** As docs/operations/more-than-one-machine.md gives them, but for who may come in: here everybody on loopback may. */
const SETTINGS: Readonly<Record<string, string | number>> = {
  listen_addr: '127.0.0.1',
  unix_socket_dir: '',
  auth_type: 'any',
  pool_mode: 'transaction',
  default_pool_size: 20,
  max_client_conn: 1000,
  ignore_startup_parameters: 'statement_timeout,lock_timeout,idle_in_transaction_session_timeout',
  server_connect_timeout: 3,
  server_login_retry: 1,
  query_wait_timeout: 10,
  log_connections: 0,
  log_disconnections: 0,
}

export async function startPgBouncer(parent: string, server: DebianPostgres): Promise<PgBouncer> {
  const folder = join(parent, 'pgbouncer')
  mkdirSync(folder)
  const { uid, gid } = unprivileged()
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
  const port = await freePort()
  const file = join(folder, 'pgbouncer.ini')
  const settings = { ...SETTINGS, listen_port: port, logfile: join(folder, 'log'), pidfile: join(folder, 'pid') }
  const write = ({ port: to }: DebianPostgres): void => {
    const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`)
    const database = `klankbord = host=127.0.0.1 port=${to} dbname=postgres user=postgres`
    writeFileSync(file, ['[databases]', database, '[pgbouncer]', ...lines, ''].join('\n'))
  }
  write(server)
  const child = spawn(PROGRAM, [file], { ...unprivileged(), stdio: 'ignore' })
  return {
    connectionString: `postgresql://postgres@127.0.0.1:${port}/klankbord`,
    pointAt: (to) => {
      write(to)
      // Reads its file again.
      child.kill('SIGHUP')
    },
    end: async () => {
      if (child.exitCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
    },
  }
}
