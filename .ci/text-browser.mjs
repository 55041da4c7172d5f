import { existsSync } from 'node:fs'
import { canInstallDebianPackages, run } from './toolchain.mjs'

const PLACES = ['/usr/bin/lynx', '/usr/local/bin/lynx', '/opt/homebrew/bin/lynx']

/**
 * The path of a browser without style and scripts that can be driven by a list of keys, for the test that fills in a
 * questionnaire in one: the one that is there, else Debian's package (as root). Null when there is none; that test is left
 * out then.
 */
export async function ensureTextBrowser() {
  return installed() ?? (await debianPackage())
}

function installed() {
  return PLACES.find((place) => existsSync(place)) ?? null
}

async function debianPackage() {
  if (!canInstallDebianPackages()) return null
  console.error('Installing the package lynx, to fill in a questionnaire in a text browser …')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { quiet: true, env })
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'lynx'], { quiet: true, env })
  return installed()
}
