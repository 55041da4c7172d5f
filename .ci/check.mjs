import { ROOT, ensureBuilt, ensureInstalled, filesBelow, pnpm, run, tool, workspaceFolders } from './toolchain.mjs'

// `npm run check`: types, lint, format, layers, files, who makes
// released tables, what the oldest browsers know, unused code and dependencies, licences. All are run, so that one
// call shows everything that is wrong.
await ensureInstalled()
// Only now: the layer gate stands on a library that a clean clone does not have yet.
const { checkFiles } = await import('./gates/check-files.mjs')
const { checkLayers } = await import('./gates/check-layers.mjs')
const { checkOldestBrowsers } = await import('./gates/check-oldest-browsers.mjs')
const { checkReleased } = await import('./gates/check-released.mjs')
const { licenceFaults } = await import('./gates/check-licences.mjs')

const commands = {
  types: () => command('tsc', ['-b']),
  'types of tests': () => command('tsc', ['-p', 'tsconfig.test.json']),
  lint: () => command('oxlint', ['--type-aware', '--deny-warnings']),
  format: () => command('prettier', ['--check', '--log-level=warn', '.']),
  layers: async () => {
    const { violations, modules } = await checkLayers(ROOT)
    const present = ['packages', 'apps']
      .flatMap((parent) => filesBelow(parent))
      .filter((file) => /\/src\/.*\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    return modules < present.length
      ? [...violations, `the graph saw ${modules} of ${present.length} modules`]
      : violations
  },
  files: async () => checkFiles(ROOT, workspaceFolders()).faults,
  released: () => {
    const written = ['packages', 'apps', 'examples'].flatMap(filesBelow).filter((file) => /\.tsx?$/.test(file))
    const { faults, made } = checkReleased(ROOT, written)
    return made === 0 ? [...faults, 'the gate did not even see where disclosure makes released tables'] : faults
  },
  'oldest browsers': async () => {
    await ensureBuilt()
    return (await checkOldestBrowsers(ROOT)).faults
  },
  unused: () => command('knip', ['--no-progress']),
  licences: async () => {
    const { code, output } = await pnpm(['licenses', 'list', '--json'], { quiet: true })
    return code === 0 ? licenceFaults(JSON.parse(output.slice(output.indexOf('{')))) : [output]
  },
}

let failed = 0
for (const [name, check] of Object.entries(commands)) {
  const faults = await check()
  console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${name}`)
  for (const fault of faults) console.log(fault)
  failed += faults.length === 0 ? 0 : 1
}
process.exit(failed === 0 ? 0 : 1)

async function command(name, args) {
  const { code, output } = await run(tool(name), args, { quiet: true })
  return code === 0 ? [] : [output]
}
