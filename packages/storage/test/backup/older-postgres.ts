import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresAccount } from '../../src/postgres/postgres-account.ts'
import { knock } from '../../src/postgres/knock.ts'

/** A PostgreSQL of an older major version than the one that comes along. */
export interface OlderPostgres {
  readonly connectionString: string
  /** All that it wrote down. */
  log(): string
  stop(): Promise<void>
}

const MAJORS = ['15', '16', '17'] as const

/** The major version of an older PostgreSQL that Debian's packages brought, or null. */
export const OLDER_MAJOR: string | null = MAJORS.find((major) => existsSync(join(programsOf(major), 'initdb'))) ?? null

function programsOf(major: string): string {
  return `/usr/lib/postgresql/${major}/bin`
}

/**
 * Starts it in a temporary folder, reached through a socket only.
 *
 * @param settings as in postgresql.conf; else those that it comes with
 */
export async function startOlderPostgres(
  major: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<OlderPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'kb-older-'))
  const account = postgresAccount(folder, folder)
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid)
  chmodSync(folder, 0o700)
  const options = { ...account, cwd: folder, env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' } }
  const initdb = ['--pgdata', join(folder, 'db'), '--username', 'klankbord', '--encoding', 'UTF8', '--auth', 'trust']
  const made = spawnSync(join(programsOf(major), 'initdb'), initdb, { ...options, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stderr)
  const flags = ['-D', join(folder, 'db'), '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off', '-p', '5432']
  const more = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const stdio = ['ignore', 'ignore', 'pipe'] as const
  const child = spawn(join(programsOf(major), 'postgres'), [...flags, ...more], { ...options, stdio: [...stdio] })
  let log = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (log += text))
  const exit = once(child, 'exit')
  const connectionString = `postgresql://klankbord@/postgres?host=${encodeURIComponent(folder)}&port=5432`
  while ((await knock(connectionString)) !== 'ready') {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ${major} ended at its start`)
  }
  return {
    connectionString,
    log: () => log,
    stop: async () => {
      child.kill('SIGINT')
      await exit
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
