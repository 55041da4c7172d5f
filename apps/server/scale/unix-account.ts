import { spawnSync } from 'node:child_process'

/** Whom a program runs as; empty for the user of this process. */
export interface UnixAccount {
  readonly uid?: number
  readonly gid?: number
}

/** PostgreSQL and PgBouncer refuse to run as root: root lends them the user of Debian's package. */
export function unprivileged(): UnixAccount {
  if (process.getuid?.() !== 0) return {}
  return { uid: numberOf('-u'), gid: numberOf('-g') }
}

function numberOf(flag: string): number {
  const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
  if (status !== 0) throw new Error('there is no user postgres')
  return Number(stdout)
}
