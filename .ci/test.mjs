import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBrowser } from './browser.mjs'
import { ensureOlderPostgres } from './older-postgres.mjs'
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
    'The browser journeys need Chromium: install it (Debian: apt-get install chromium), or set KLANKBORD_CHROMIUM to the path of one that can be run.',
  )
}

if ((await ensureOlderPostgres()) === null) {
  console.error('There is no older PostgreSQL (Debian: apt-get install postgresql-15): an upgrade is not tried.')
}

mkdirSync(join(ROOT, 'results'), { recursive: true })
const report = join(ROOT, 'results', 'test.json')
// A run that dies early must not be summed up by the report of the one before.
rmSync(report, { force: true })
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

const result = resultOf(code)
if (values.full) {
  const commit = (await run('git', ['rev-parse', 'HEAD'], { quiet: true })).output.trim()
  const summary = { commit, node: process.version, sampleFactor: 20, seeds: 'fixed in each test', ...result }
  writeFileSync(join(ROOT, 'results', 'full.json'), `${JSON.stringify(summary, null, 2)}\n`)
}
console.log(
  `${result.passed} passed, ${result.failed} failed${result.skipped > 0 ? `, ${result.skipped} skipped` : ''}`,
)
process.exit(code)

/** What the run came to. A file that could not be loaded, or an error outside a test, counts as one failure. */
function resultOf(exitCode) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'))
  return {
    passed: numPassedTests,
    failed: Math.max(numFailedTests, exitCode === 0 ? 0 : 1),
    skipped: numPendingTests + numTodoTests,
  }
}
