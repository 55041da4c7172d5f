import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createRequire } from 'node:module'
import { ROOT, canInstallDebianPackages, run } from './toolchain.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The path of a Chromium: the one that `KLANKBORD_CHROMIUM` names, else one that is there, else Debian's package (as root), else the one that
 * playwright's own installer brings. Null when none of that works.
 */
export async function ensureBrowser() {
  const named = process.env.KLANKBORD_CHROMIUM
  if (named) return isExecutable(named) ? named : null
  return installedBrowser() ?? (await debianBrowser()) ?? (await playwrightBrowser())
}

function installedBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES]
  return candidates.find(isExecutable) ?? null
}

async function debianBrowser() {
  if (!canInstallDebianPackages()) return null
  console.error('Installing the package chromium for the browser journeys …')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { quiet: true, env })
  const { code, output } = await run(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-core'],
    { quiet: true, env },
  )
  if (code !== 0) console.error(output)
  return installedBrowser()
}

async function playwrightBrowser() {
  const fromServer = createRequire(join(ROOT, 'apps/server/package.json'))
  const { chromium } = fromServer('playwright-core')
  if (isExecutable(chromium.executablePath())) return chromium.executablePath()
  console.error('Fetching a Chromium with the installer of playwright …')
  const cli = join(fromServer.resolve('playwright-core/package.json'), '..', 'cli.js')
  await run(process.execPath, [cli, 'install', 'chromium'])
  return isExecutable(chromium.executablePath()) ? chromium.executablePath() : null
}

function isExecutable(path) {
  if (!existsSync(path)) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
