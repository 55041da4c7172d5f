import { spawnSync } from 'node:child_process'
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
 * that is there, else the owner of the data folder when that is not root and has a name, else the system user
 * `klankbord` or `postgres`, else a new system user `klankbord` without a home or a password.
 *
 * @throws Problem `postgresNeedsUser` when no user can be made
 */
export function postgresAccount(dataFolder: string, clusterFolder: string): PostgresAccount {
  if (process.getuid?.() !== 0) return {}
  return ownerOf(clusterFolder) ?? namedOwnerOf(dataFolder) ?? systemUser() ?? newSystemUser()
}

function ownerOf(folder: string): PostgresAccount | null {
  const found = statSync(folder, { throwIfNoEntry: false })
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null
}

/** `initdb` refuses a user that the system has no name for, like the owner of a volume in a container. */
function namedOwnerOf(folder: string): PostgresAccount | null {
  const owner = ownerOf(folder)
  return owner?.uid !== undefined && ask(['-nu', String(owner.uid)]) !== null ? owner : null
}

function systemUser(): PostgresAccount | null {
  for (const name of USERS) {
    const [uid, gid] = [ask(['-u', name]), ask(['-g', name])]
    if (uid !== null && gid !== null) return { uid: Number(uid), gid: Number(gid) }
  }
  return null
}

/** What the system knows of a user, or null when it knows no such user. */
function ask(flags: readonly string[]): string | null {
  const answer = spawnSync('id', flags, { encoding: 'utf8' })
  return answer.status === 0 ? answer.stdout.trim() : null
}

/** Of shadow-utils, which every distribution has that these programs run on. */
const MAKE_USER = 'useradd'

function newSystemUser(): PostgresAccount {
  const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN_USER]
  spawnSync(MAKE_USER, flags, { stdio: 'ignore' })
  const made = systemUser()
  if (made === null) throw problem('postgresNeedsUser', { user: OWN_USER })
  return made
}
