import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { canInstallDebianPackages, run } from './toolchain.mjs'

const MAJORS = ['15', '16', '17']
const SETTINGS = '/etc/postgresql-common'

/**
 * The major version of a PostgreSQL that is older than the embedded one, for the test that restores a backup of one into
 * the other: the one that is there, else Debian's package (as root). Null when there is none; that test is left out then.
 */
export async function ensureOlderPostgres() {
  return installed() ?? (await debianPackage())
}

function installed() {
  return MAJORS.find((major) => existsSync(`/usr/lib/postgresql/${major}/bin/initdb`)) ?? null
}

async function debianPackage() {
  if (!canInstallDebianPackages()) return null
  console.error('Installing an older PostgreSQL, to restore a backup of it …')
  keepClusterAway()
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const flags = ['-y', '-q', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold']
  await run('apt-get', ['update', '-q'], { quiet: true, env })
  for (const major of MAJORS) {
    if (installed() === null) await run('apt-get', ['install', ...flags, `postgresql-${major}`], { quiet: true, env })
  }
  return installed()
}

/** Only its programs are wanted: the package would also make a database and start it. */
function keepClusterAway() {
  const file = `${SETTINGS}/createcluster.conf`
  if (existsSync(file)) return
  mkdirSync(SETTINGS, { recursive: true })
  writeFileSync(file, 'create_main_cluster = false\n')
}
