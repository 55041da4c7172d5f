import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT, ensureBuilt, ensureInstalled } from './toolchain.mjs'

// `npm start`: installs and builds what is missing, then serves in this very process, so that signals reach it.
await ensureInstalled()
await ensureBuilt()
process.argv = [process.argv[0], 'klankbord', 'serve', ...process.argv.slice(2)]
await import(pathToFileURL(join(ROOT, 'apps/server/dist/cli.js')).href)
