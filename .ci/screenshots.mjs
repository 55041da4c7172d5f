import { resolve, join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ROOT, ensureBuilt, ensureInstalled, fail, run } from './toolchain.mjs'

// `npm run screenshots`: pictures of every screen of respondents in every state, in Dutch and Arabic, on a phone and a
// desktop, with a page that shows them side by side. `npm run screenshots -- FOLDER` puts them elsewhere.
const folder = resolve(process.argv[2] ?? join(ROOT, 'results', 'screenshots'))

await ensureInstalled()
await ensureBuilt()
const chromium = await ensureBrowser()
if (chromium === null) fail('Screenshots need Chromium: install it, or set KLANKBORD_CHROMIUM to the path of one.')
const { code } = await run(
  process.execPath,
  [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'server-journeys', 'screenshots.journey'],
  { env: { TZ: 'UTC', KLANKBORD_CHROMIUM: chromium, KLANKBORD_SCREENSHOTS: folder } },
)
console.log(code === 0 ? `Open ${join(folder, 'index.html')}` : 'Not every screen could be reached.')
process.exit(code)
