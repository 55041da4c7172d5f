import { join } from 'node:path'
import { ROOT, ensureBuilt, ensureInstalled, filesBelow, run, tool, workspaceFolders } from './toolchain.mjs'

// `npm run bench`: every *.bench.ts, one after the other, each in a process of its own. Each prints one JSON line per
// figure: { figure, value, unit, beside, ratio }, where `beside` was run in the same process in the same minute.
await ensureInstalled()
await ensureBuilt()
const files = workspaceFolders()
  .flatMap((folder) => filesBelow(folder))
  .filter((file) => file.endsWith('.bench.ts'))
let failed = false
for (const file of files) {
  const { code } = await run(tool('tsx'), ['--conditions=@klankbord/source', join(ROOT, file)])
  failed ||= code !== 0
}
process.exit(failed ? 1 : 0)
