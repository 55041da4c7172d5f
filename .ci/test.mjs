import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBrowser } from './browser.mjs'
import { ROOT, ensureBuilt, ensureInstalled, fail, run } from './toolchain.mjs'

// `npm test`: everything, the browser journeys included. `--full` multiplies the seeded samples and writes a result
// file; `--no-browser` leaves the journeys out (a second run on another Node).
const { values, positionals } = parseArgs({
  options: { full: { type: 'boolean' }, 'no-browser': { type: 'boolean' } },
  allowPositionals: true,
})

await ensureInstalled()
await ensureBuilt()
const chromium = values['no-browser'] ? '' : await ensureBrowser()
if (chromium === null) {
  fail(
    'The browser journeys need Chromium: install it (Debian: apt-get install chromium) or set KLANKBORD_CHROMIUM to its path.',
  )
}

mkdirSync(join(ROOT, 'results'), { recursive: true })
const report = join(ROOT, 'results', 'test.json')
const { code } = await run(
  process.execPath,
  [
    join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(values['no-browser'] ? ['--project=!*journeys'] : []),
    ...positionals,
  ],
  { env: { TZ: 'UTC', KLANKBORD_CHROMIUM: chromium, KLANKBORD_TIER: values.full ? 'full' : 'quick' } },
)

const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, startTime } = JSON.parse(
  readFileSync(report, 'utf8'),
)
const skipped = numPendingTests + numTodoTests
if (values.full) {
  const commit = (await run('git', ['rev-parse', 'HEAD'], { quiet: true })).output.trim()
  const summary = { commit, node: process.version, passed: numPassedTests, failed: numFailedTests, startTime }
  writeFileSync(join(ROOT, 'results', 'full.json'), `${JSON.stringify(summary, null, 2)}\n`)
}
console.log(`${numPassedTests} passed, ${numFailedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(code)
