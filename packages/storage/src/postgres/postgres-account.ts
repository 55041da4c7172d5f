import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { problem } from '@klankbord/model'

/** The user that PostgreSQL runs as; empty for the user of this process. */
export interface PostgresAccount {
  readonly uid?: number
  readonly gid?: number
}

const OWN_USER = 'klankbord'
const USERS = [OWN_USER, 'postgres']

/**
 * Who PostgreSQL runs as. It refuses to run as root, so root lends it another user: the owner of the cluster
 * that is there, else the owner of the data folder when that is not root, else the system user `klankbord` or
 * `postgres`, else a new system user `klankbord` without a home or a password.
 *
 * @throws Problem `postgresNeedsUser` when no user can be made
 */
export function postgresAccount(dataFolder: string, clusterFolder: string): PostgresAccount {
  if (process.getuid?.() !== 0) return {}
  return ownerOf(clusterFolder) ?? ownerOf(dataFolder) ?? systemUser() ?? newSystemUser()
}

function ownerOf(folder: string): PostgresAccount | null {
  const found = statSync(folder, { throwIfNoEntry: false })
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null
}

function systemUser(): PostgresAccount | null {
  for (const name of USERS) {
    try {
      return { uid: numberOf(['-u', name]), gid: numberOf(['-g', name]) }
    } catch {
      // No such user: the next name, or a new user.
    }
  }
  return null
}

function numberOf(flags: readonly string[]): number {
  return Number.parseInt(execFileSync('id', flags, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }), 10)
}

function newSystemUser(): PostgresAccount {
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN_USER],
      {
        stdio: 'ignore',
      },
    )
  } catch (error) {
    throw problem('postgresNeedsUser', { user: OWN_USER }, { cause: error })
  }
  const made = systemUser()
  if (made === null) throw problem('postgresNeedsUser', { user: OWN_USER })
  return made
}
